/** Tests of the room for what others wrote. */
@NullMarked
package io.kfaws.imports;

import org.jspecify.annotations.NullMarked;
