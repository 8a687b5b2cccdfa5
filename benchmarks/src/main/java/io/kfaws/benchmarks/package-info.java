/** What kfaws costs: whole processes, and generations in one JVM, beside Helm and kustomize. */
@NullMarked
package io.kfaws.benchmarks;

import org.jspecify.annotations.NullMarked;
