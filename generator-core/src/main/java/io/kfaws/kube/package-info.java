/** A Kubernetes object, what it refers to, and a kustomization with what it lists. */
@NullMarked
package io.kfaws.kube;

import org.jspecify.annotations.NullMarked;
