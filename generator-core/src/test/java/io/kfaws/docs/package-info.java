/** What the repository tells people to do. */
@NullMarked
package io.kfaws.docs;

import org.jspecify.annotations.NullMarked;
