/**
 * Overlays built by the real kustomize on the real upstream manifests, and the results validated.
 */
@NullMarked
package io.kfaws.build;

import org.jspecify.annotations.NullMarked;
