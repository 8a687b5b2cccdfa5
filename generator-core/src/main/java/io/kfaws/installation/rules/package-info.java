/** What must agree across the fields of an installation. */
@NullMarked
package io.kfaws.installation.rules;

import org.jspecify.annotations.NullMarked;
