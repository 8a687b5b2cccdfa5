/**
 * Experiments of Katib: read, judged as Katib's webhook would, written. Knows nothing of a wish or
 * of an installation, so an experiment that stands alone is judged the same way.
 */
@NullMarked
package io.kfaws.katib;

import org.jspecify.annotations.NullMarked;
