/** The registry of rules, held against the code, the cases and the documentation. */
@NullMarked
package io.kfaws.rules;

import org.jspecify.annotations.NullMarked;
