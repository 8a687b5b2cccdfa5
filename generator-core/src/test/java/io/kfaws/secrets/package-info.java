/** Tests of secrets; each rule's cases lie in {@code src/test/secrets}. */
@NullMarked
package io.kfaws.secrets;

import org.jspecify.annotations.NullMarked;
