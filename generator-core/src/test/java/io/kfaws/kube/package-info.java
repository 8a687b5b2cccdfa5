/** Tests of Kubernetes objects and the bundle. */
@NullMarked
package io.kfaws.kube;

import org.jspecify.annotations.NullMarked;
