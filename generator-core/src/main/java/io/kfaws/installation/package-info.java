/** What the user asks for: the typed configuration and its reader. */
@NullMarked
package io.kfaws.installation;

import org.jspecify.annotations.NullMarked;
