/**
 * What others wrote, as a configuration: a checkout of the AWS distribution of Kubeflow, or
 * manifests, become the {@code kfaws.yaml} that asks for the same, and what cannot be carried over
 * is told.
 */
@NullMarked
package io.kfaws.imports;

import org.jspecify.annotations.NullMarked;
