/** Tests of secrets; each rule's cases lie in {@code src/test/rules}. */
@NullMarked
package io.kfaws.secrets;

import org.jspecify.annotations.NullMarked;
