package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.installation.Experiment;
import io.kfaws.installation.Installation;
import io.kfaws.text.Document;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether each experiment is of a profile that is there, distinguished in it, and has one source.
 */
final class ExperimentRules {
  private static final JsonPointer EXPERIMENTS = Document.pointer("experiments");
  private static final List<String> SOURCES = List.of("spec", "file", "template");

  private final Installation configuration;
  private final ConfigurationFindings findings;

  ExperimentRules(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
  }

  void check() {
    Set<String> profiles = new LinkedHashSet<>();
    configuration.profiles().forEach(profile -> profiles.add(profile.name().text()));
    Map<String, JsonPointer> names = new HashMap<>();
    for (int i = 0; i < configuration.experiments().size(); i++) {
      Experiment experiment = configuration.experiments().get(i);
      JsonPointer at = EXPERIMENTS.appendIndex(i);
      source(at);
      String profile = experiment.profile().text();
      if (!profiles.contains(profile)) {
        unknown(below(at, "profile"), profile, profiles);
      }
      Optional.ofNullable(names.putIfAbsent(profile + "/" + experiment.name(), below(at, "name")))
          .ifPresent(first -> twice(below(at, "name"), experiment, first));
    }
  }

  private void source(JsonPointer at) {
    List<String> given = new ArrayList<>(SOURCES);
    given.removeIf(key -> !findings.isWritten(below(at, key)));
    if (given.size() != 1) {
      findings.error(
          "experiment-source",
          at,
          given.isEmpty()
              ? "does not say what it runs"
              : "has " + String.join(" and ", given) + ", which say what it runs each",
          (given.isEmpty() ? "add" : "keep")
              + " exactly one of spec (the experiment itself), file (where it is) and template (of"
              + " the library)");
    }
  }

  private void unknown(JsonPointer at, String profile, Set<String> profiles) {
    findings.error(
        "unknown-profile",
        at,
        "there is no profile " + profile,
        Nearest.to(profile, profiles)
            .map(nearest -> "did you mean " + nearest + "?")
            .orElse(
                profiles.isEmpty()
                    ? "an experiment runs in the namespace of a profile: add it to profiles"
                    : "profiles: " + ConfigurationFindings.some(List.copyOf(profiles))));
  }

  private void twice(JsonPointer at, Experiment experiment, JsonPointer first) {
    findings.error(
        "duplicate-experiment",
        at,
        "profile " + experiment.profile() + " has an experiment " + experiment.name() + " already",
        "the first one is in line "
            + findings.line(first)
            + "; keep one of them, or give this one another name");
  }
}
