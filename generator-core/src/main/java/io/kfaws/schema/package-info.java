/** Documents validated by JSON Schema, in the user's words: the only home of networknt. */
@NullMarked
package io.kfaws.schema;

import org.jspecify.annotations.NullMarked;
