/**
 * Where the configuration meets the knowledge: which components, in which order, with which values.
 */
@NullMarked
package io.kfaws.plan;

import org.jspecify.annotations.NullMarked;
