/** Ink on paper: the only home of Jinjava. */
@NullMarked
package io.kfaws.render;

import org.jspecify.annotations.NullMarked;
