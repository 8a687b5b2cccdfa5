/** The goals: each is the library with Maven's parameters, log and exceptions. */
@NullMarked
package io.kfaws.maven;

import org.jspecify.annotations.NullMarked;
