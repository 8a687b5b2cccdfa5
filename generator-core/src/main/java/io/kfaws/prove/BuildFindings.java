package io.kfaws.prove;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.RuleResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a rule says while it validates: each thing it looks at is proven, or a finding. */
final class BuildFindings {
  private final String rule;
  private final Location kustomization;
  private final List<String> proven = new ArrayList<>();
  private final Set<Diagnostic> findings = new LinkedHashSet<>();

  BuildFindings(String rule, Location kustomization) {
    this.rule = rule;
    this.kustomization = kustomization;
  }

  /** This is as it must be. */
  void proven(String what) {
    proven.add(what);
  }

  /** This is not, and the overlay as a whole is to blame. */
  void find(String path, String message, String hint) {
    find(kustomization, path, message, hint);
  }

  /** This is not, and this place of a generated file is to blame. */
  void find(Location at, String path, String message, String hint) {
    findings.add(Diagnostic.error(rule, at, path, message, hint));
  }

  RuleResult result() {
    return new RuleResult(rule, proven.size(), findings.stream().sorted().toList());
  }
}
