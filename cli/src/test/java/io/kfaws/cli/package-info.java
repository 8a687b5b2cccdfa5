/** The command line's cases on disk, and the little code that walks them. */
@NullMarked
package io.kfaws.cli;

import org.jspecify.annotations.NullMarked;
