/** The door of the library: read a wish, generate in memory, compare, apply. */
@NullMarked
package io.kfaws;

import org.jspecify.annotations.NullMarked;
