/** The judge of the user's text, of our own data and of the output: the only home of networknt. */
@NullMarked
package io.kfaws.check;

import org.jspecify.annotations.NullMarked;
