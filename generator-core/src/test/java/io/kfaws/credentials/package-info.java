@NullMarked
package io.kfaws.credentials;

import org.jspecify.annotations.NullMarked;
