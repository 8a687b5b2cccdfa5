package io.kfaws;

import java.util.List;

/**
 * What is said of a tree of manifests.
 *
 * @param findings all warnings and errors, sorted by place
 * @param kinds the kind of each document that was validated, in order
 */
public record ValidatedTree(List<Diagnostic> findings, List<String> kinds) {
  /** Copies the lists. */
  public ValidatedTree {
    findings = List.copyOf(findings);
    kinds = List.copyOf(kinds);
  }
}
