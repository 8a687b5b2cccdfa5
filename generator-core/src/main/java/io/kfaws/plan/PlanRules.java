package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Capability;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Component;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.installation.Base;
import io.kfaws.installation.Contributor;
import io.kfaws.installation.Profile;
import io.kfaws.kube.NamespaceLabels;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the planner has against a configuration, in the user's words and with the configuration's
 * places.
 */
final class PlanRules {
  private static final String RELEASE = "kubeflow.release";

  private final Document configuration;
  private final Catalog catalog;
  private final List<Diagnostic> findings = new ArrayList<>();

  PlanRules(Document configuration, Catalog catalog) {
    this.configuration = configuration;
    this.catalog = catalog;
  }

  List<Diagnostic> findings() {
    return findings.stream().sorted().distinct().toList();
  }

  /** Without a release nothing else can be validated, so this one is thrown at once. */
  KfawsException unknownRelease(String name) {
    return unknownRelease(catalog, name, configuration.at(Document.pointer(RELEASE)), RELEASE);
  }

  /** The same where the release is not named by a configuration. */
  static KfawsException unknownRelease(
      Catalog catalog, String name, Location location, String path) {
    List<String> known = catalog.releaseNames();
    String list = "known releases: " + String.join(", ", known);
    return new KfawsException(
        Diagnostic.error(
            "unknown-release",
            location,
            path,
            "kfaws does not know Kubeflow " + name,
            NearestRelease.to(name, known)
                    .map(nearest -> "the nearest release is " + nearest + "; ")
                    .orElse("")
                + list));
  }

  /** A base of the user's own does not follow the release. */
  void keptBase(String release) {
    JsonPointer at = Document.pointer("kubeflow.base");
    findings.add(
        Diagnostic.warning(
            "base-not-upgraded",
            configuration.at(at),
            Document.path(at),
            "the base stays "
                + configuration.root().at(at).asText()
                + ", whichever release lies there",
            "have it hold Kubeflow " + release + ", or leave base out for that release's example"));
  }

  /** What is fetched anew with each build, and is another thing each time. */
  void floating(Base base) {
    JsonPointer at = Document.pointer("kubeflow.base");
    findings.add(
        Diagnostic.warning(
            "base-not-pinned",
            configuration.at(at),
            Document.path(at),
            base.ref()
                .map(ref -> "ref " + ref + " reads as a branch, and a branch moves")
                .orElse("has no ref, so that kustomize takes the default branch, which moves"),
            "name a tag, ?ref=26.03 or ?ref=refs/tags/<name>, or all 40 digits of a commit"));
  }

  /** Labels that take from profiles what the base gives them, each where it is written. */
  void labels(List<Profile> profiles, ReleaseDescriptor release) {
    NamespaceLabels labels = new NamespaceLabels(release.profilePodSecurity(), new TreeMap<>());
    Stream.concat(
            Stream.of("profileDefaults"),
            IntStream.range(0, profiles.size()).mapToObj(i -> "profiles." + i))
        .map(holder -> Document.pointer(holder + ".namespace.labels"))
        .forEach(at -> findings.addAll(labels.inConfiguration(configuration, at)));
  }

  void base(String flaw) {
    JsonPointer at = Document.pointer("kubeflow.base");
    findings.add(
        Diagnostic.error(
            "bad-base",
            configuration.at(at),
            Document.path(at),
            configuration.root().at(at).asText() + ": " + flaw,
            "a local base is a folder that kustomize can build, absolute or relative to this file"));
  }

  void nothingToDo() {
    findings.add(
        Diagnostic.error(
            "nothing-to-do",
            configuration.at(JsonPointer.empty()),
            "",
            "the configuration describes neither rds nor s3, and no profiles, so there is nothing to do",
            "add rds, s3 or profiles"));
  }

  void missing(String need, Overlay overlay, Bindings bindings) {
    String others =
        catalog.overlays().stream()
            .filter(other -> other.needs().stream().allMatch(bindings::has))
            .map(Overlay::overlay)
            .collect(Collectors.joining(" or "));
    missing(
        need,
        "is missing, and overlay " + overlay.overlay() + " needs it",
        others.isEmpty()
            ? "add " + need
            : "add " + need + ", or ask for what the configuration describes: " + others);
  }

  /** One section that is missing is one finding, however many components need it. */
  void missing(String need, Overlay overlay, List<Component> components) {
    String needy =
        components.stream()
            .filter(component -> component.needs().contains(need))
            .map(Component::name)
            .collect(Collectors.joining(", "));
    missing(
        need,
        "is missing, and overlay " + overlay.overlay() + " needs it for " + needy,
        "add " + need + "; kfaws schema describes it");
  }

  /** What a folder beside the overlays needs. */
  void missing(String need, Component folder) {
    missing(
        need,
        "is missing, and " + folder.name() + " needs it",
        "add " + need + "; kfaws schema describes it");
  }

  private void missing(String need, String message, String hint) {
    findings.add(
        Diagnostic.error(
            "missing-key", configuration.keyAt(Document.pointer(need)), need, message, hint));
  }

  void capability(String path, ReleaseDescriptor release, Capability capability) {
    boolean refused = capability.status() == Capability.Status.UNSUPPORTED;
    String message =
        "Kubeflow "
            + release.release()
            + (refused ? " cannot do this: " : " does this with limits: ")
            + capability.note();
    JsonPointer at = Document.pointer(path);
    String hint = capability.wayOut().orElse("");
    findings.add(
        refused
            ? Diagnostic.error("unsupported", configuration.keyAt(at), path, message, hint)
            : Diagnostic.warning("limited-support", configuration.keyAt(at), path, message, hint));
  }

  /** Access management knows a contributor by a name for which much looks alike. */
  void contributors(List<Profile> profiles) {
    for (int i = 0; i < profiles.size(); i++) {
      Map<String, String> names = new HashMap<>();
      List<Contributor> contributors = profiles.get(i).contributors();
      for (int j = 0; j < contributors.size(); j++) {
        Contributor contributor = contributors.get(j);
        String binding = ProfileBindings.binding(contributor);
        String other = names.putIfAbsent(binding, contributor.name());
        if (other != null) {
          JsonPointer at = Document.pointer("profiles." + i + ".contributors." + j);
          findings.add(
              Diagnostic.error(
                  "contributor-name-clash",
                  configuration.at(at),
                  Document.path(at),
                  contributor.name()
                      + " and "
                      + other
                      + " are one name to access management: "
                      + binding,
                  "it keeps only letters and digits; give one of them access in another way"));
        }
      }
    }
  }

  /** A part of the configuration that some overlay could use and none of the chosen ones does. */
  void unused(Set<String> used, Bindings bindings) {
    Set<String> usable = new TreeSet<>();
    catalog.overlays().forEach(overlay -> usable.addAll(overlay.needs()));
    usable.removeAll(used);
    for (String path : usable) {
      if (bindings.has(path)) {
        findings.add(
            Diagnostic.warning(
                "unused-section",
                configuration.keyAt(Document.pointer(path)),
                path,
                "no overlay of the configuration uses it",
                "remove it, or ask for an overlay that does in overlays"));
      }
    }
  }
}
