/**
 * The command line: the library behind options, printed words and exit codes.
 *
 * <p>Results go to standard output, findings and faults to standard error.
 */
@NullMarked
package io.kfaws.cli;

import org.jspecify.annotations.NullMarked;
