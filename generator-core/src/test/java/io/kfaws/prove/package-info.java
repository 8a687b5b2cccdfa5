/** The proof on a small base, and the engine as scripts play it. */
@NullMarked
package io.kfaws.prove;

import org.jspecify.annotations.NullMarked;
