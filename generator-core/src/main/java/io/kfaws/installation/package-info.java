/** What the user asks for: the typed wish and its reader. */
@NullMarked
package io.kfaws.installation;

import org.jspecify.annotations.NullMarked;
