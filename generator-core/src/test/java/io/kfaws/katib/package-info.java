/** Tests of experiments, by their cases. */
@NullMarked
package io.kfaws.katib;

import org.jspecify.annotations.NullMarked;
