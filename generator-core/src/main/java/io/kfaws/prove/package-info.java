/** The proof: the overlays, built with the real engine, hold what the configuration says. */
@NullMarked
package io.kfaws.prove;

import org.jspecify.annotations.NullMarked;
