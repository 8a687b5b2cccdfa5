package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;
import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.installation.Contributor;
import io.kfaws.installation.DnsLabel;
import io.kfaws.installation.Installation;
import io.kfaws.installation.NamespaceMeta;
import io.kfaws.installation.Profile;
import io.kfaws.installation.Subject;
import io.kfaws.text.Document;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether profiles are distinguished, and their people. What a profile has from {@code
 * profileDefaults} is validated there, once.
 */
final class ProfileRules {
  /** A profile's file has its name, beside a file of this name. */
  private static final String KUSTOMIZATION = "kustomization";

  /** What the template of a profile's namespace writes by itself. */
  private static final Map<String, String> RESERVED =
      Map.of(
          "owner",
          "the profile controller compares it with the profile's owner",
          "argocd.argoproj.io/sync-options",
          "it keeps Argo CD from removing the namespace",
          "argocd.argoproj.io/compare-options",
          "it keeps Argo CD in sync with a namespace that has left git",
          "kustomize.toolkit.fluxcd.io/prune",
          "it keeps Flux from removing the namespace");

  static final JsonPointer PROFILES = Document.pointer("profiles");
  static final JsonPointer DEFAULTS = Document.pointer("profileDefaults");

  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final Map<DnsLabel, JsonPointer> names = new HashMap<>();

  ProfileRules(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
  }

  void check() {
    configuration
        .profileDefaults()
        .ifPresent(
            defaults -> {
              contributors(DEFAULTS, defaults.contributors(), Optional.empty());
              annotations(DEFAULTS, defaults.namespace());
            });
    for (int i = 0; i < configuration.profiles().size(); i++) {
      JsonPointer at = PROFILES.appendIndex(i);
      Profile profile = configuration.profiles().get(i);
      name(below(at, "name"), profile.name());
      subject(below(at, "owner"), profile.owner());
      if (findings.isWritten(below(at, "contributors"))) {
        contributors(at, profile.contributors(), Optional.of(profile.owner()));
      }
      annotations(at, profile.namespace());
    }
  }

  private void name(JsonPointer at, DnsLabel name) {
    Optional<JsonPointer> first = Optional.ofNullable(names.putIfAbsent(name, at));
    if (first.isPresent()) {
      findings.error(
          "duplicate-profile",
          at,
          "there is a profile " + name + " already",
          "the first one is in line "
              + findings.line(first.get())
              + "; keep one of them, or give this one another name");
    }
    if (ReservedNamespace.is(name.text())) {
      findings.error(
          "reserved-name",
          at,
          "namespace " + name + " is Kubernetes' or Kubeflow's own",
          "choose another name: a profile owns the namespace of its name, and takes it along when"
              + " it is deleted");
    }
    if (name.text().equals(KUSTOMIZATION)) {
      findings.error(
          "reserved-name",
          at,
          "the profile's file would be " + name + ".yaml, which is kustomize's own",
          "choose another name");
    }
  }

  private void subject(JsonPointer at, Subject subject) {
    boolean isProgram = subject.kind() == Subject.Kind.SERVICE_ACCOUNT;
    JsonPointer namespace = below(at, "namespace");
    if (isProgram && subject.namespace().isEmpty()) {
      findings.error(
          "missing-key",
          namespace,
          "is missing; a service account lives in a namespace",
          "write {kind: ServiceAccount, name: " + subject.name() + ", namespace: …}");
    } else if (!isProgram && subject.namespace().isPresent()) {
      findings.error(
          "not-allowed",
          namespace,
          "a " + subject.kind() + " lives in no namespace",
          "remove namespace, or write kind: ServiceAccount");
    }
  }

  private void contributors(
      JsonPointer at, List<Contributor> contributors, Optional<Subject> owner) {
    Set<Subject> seen = new HashSet<>();
    for (int i = 0; i < contributors.size(); i++) {
      JsonPointer here = item(at, "contributors", i);
      Subject subject = contributors.get(i).subject();
      subject(here, subject);
      boolean isOwner = owner.isPresent() && owner.get().equals(subject);
      if (isOwner || !seen.add(subject)) {
        findings.error(
            "duplicate-contributor",
            here,
            subject.kind()
                + " "
                + subject.name()
                + (isOwner ? " owns the profile already" : " is in the list already"),
            isOwner
                ? "remove it; an owner may do all that a contributor may"
                : "name each contributor once, with one role");
      }
    }
  }

  private void annotations(JsonPointer at, NamespaceMeta namespace) {
    for (String key : namespace.annotations().keySet()) {
      JsonPointer annotation = below(at, "namespace", "annotations", key);
      String use = RESERVED.getOrDefault(key, "");
      if (!use.isEmpty() && findings.isWritten(annotation)) {
        findings.error(
            "reserved-annotation", annotation, "kfaws writes this annotation: " + use, "remove it");
      }
    }
  }
}
