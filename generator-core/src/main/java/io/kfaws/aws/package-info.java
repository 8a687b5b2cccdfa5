/** What AWS calls things, and the documents it reads: values that cannot be ill-formed. */
@NullMarked
package io.kfaws.aws;

import org.jspecify.annotations.NullMarked;
