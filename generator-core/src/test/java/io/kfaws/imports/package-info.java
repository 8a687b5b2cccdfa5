/** Tests of the import of what others wrote. */
@NullMarked
package io.kfaws.imports;

import org.jspecify.annotations.NullMarked;
