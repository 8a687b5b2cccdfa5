/** The room for experiments, by its cases. */
@NullMarked
package io.kfaws.katib;

import org.jspecify.annotations.NullMarked;
