/**
 * What must never be written down: finds credentials in texts and trees, and tells where they are
 * without repeating them. Knows nothing of a configuration or of what is generated.
 */
@NullMarked
package io.kfaws.credentials;

import org.jspecify.annotations.NullMarked;
