/** The plugin's own tests; those of its goals in Maven builds are the cases in {@code src/it}. */
@NullMarked
package io.kfaws.maven;

import org.jspecify.annotations.NullMarked;
