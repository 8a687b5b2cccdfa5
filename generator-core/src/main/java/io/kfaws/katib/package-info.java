/**
 * Experiments of Katib: read, validated as Katib's webhook would, written. Knows nothing of a
 * configuration or of an installation, so an experiment that is alone is validated the same way.
 */
@NullMarked
package io.kfaws.katib;

import org.jspecify.annotations.NullMarked;
