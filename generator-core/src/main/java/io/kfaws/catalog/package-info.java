/** What kfaws knows: releases, overlays, components and the template folders their files lie on. */
@NullMarked
package io.kfaws.catalog;

import org.jspecify.annotations.NullMarked;
