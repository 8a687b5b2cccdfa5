/** The API of the library: read a configuration, generate in memory, compare, apply. */
@NullMarked
package io.kfaws;

import org.jspecify.annotations.NullMarked;
