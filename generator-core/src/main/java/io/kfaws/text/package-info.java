/** Words with an address: sources, places in them, and findings. */
@NullMarked
package io.kfaws.text;

import org.jspecify.annotations.NullMarked;
