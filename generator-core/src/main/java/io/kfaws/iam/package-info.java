/**
 * Who may touch what in AWS: the graph that is read from the generated files, validated and drawn.
 */
@NullMarked
package io.kfaws.iam;

import org.jspecify.annotations.NullMarked;
