/** The rules on what kfaws wrote, and on manifests that somebody else wrote. */
@NullMarked
package io.kfaws.validate;

import org.jspecify.annotations.NullMarked;
