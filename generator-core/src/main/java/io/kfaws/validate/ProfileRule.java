package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.NamespaceLabels;
import io.kfaws.kube.Root;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What holds a profile together. In a group, each file makes a Profile and the Namespace of its
 * name, with the owner that the profile controller compares before it takes a namespace over, and
 * all else in the file lies in that namespace; a file that makes neither, of a profile's secrets
 * for instance, lies in a namespace of the group. Everywhere, a Profile and its Namespace carry the
 * words that keep Argo CD and Flux from pruning them: with a Profile goes all that is in its
 * namespace.
 *
 * @param patched the overlays' patches of Profiles that the base brings
 * @param labels what is said of the labels of namespaces
 */
record ProfileRule(List<Manifest> patched, NamespaceLabels labels) implements RootRule {
  private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
  private static final JsonPointer NAMESPACE = JsonPointer.compile("/metadata/namespace");
  private static final JsonPointer ANNOTATIONS = JsonPointer.compile("/metadata/annotations");
  private static final JsonPointer OWNER = ANNOTATIONS.appendProperty("owner");

  /** Of several options that are joined by commas (Argo CD, Sync Options). */
  private static final Guard ARGO_CD =
      new Guard(
          "Argo CD",
          "argocd.argoproj.io/sync-options",
          "Prune=false",
          Pattern.compile("(?:.*,)?\\s*Prune=false\\s*(?:,.*)?"));

  /** Flux, Kustomization API, "Garbage collection". */
  private static final Guard FLUX =
      new Guard(
          "Flux", "kustomize.toolkit.fluxcd.io/prune", "disabled", Pattern.compile("disabled"));

  /**
   * An annotation that keeps an object from being pruned.
   *
   * @param tool whose it is
   * @param key its key
   * @param write what to write
   * @param value what it must be
   */
  private record Guard(String tool, String key, String write, Pattern value) {}

  /** The check for a tree in which an overlay may patch a Profile whose namespace is in a group. */
  static ProfileRule among(List<Root> roots, NamespaceLabels labels) {
    return new ProfileRule(
        roots.stream()
            .filter(root -> !root.isGroup())
            .flatMap(root -> root.manifests().stream())
            .filter(manifest -> manifest.role() == Manifest.Role.PATCH)
            .filter(manifest -> manifest.kind().equals("Profile") && !manifest.isDeletion())
            .toList(),
        labels);
  }

  @Override
  public List<Diagnostic> check(Root root) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Manifest manifest : root.manifests()) {
      if (holdsData(root, manifest)) {
        guarded(manifest, ARGO_CD, findings);
        guarded(manifest, FLUX, findings);
        if (manifest.kind().equals("Namespace")) {
          findings.addAll(labels.of(manifest));
        }
      }
    }
    if (root.isGroup()) {
      Map<String, Manifest> ofGroup = named("Namespace", root.manifests());
      byFile(root).values().forEach(file -> file(file, ofGroup, findings));
    }
    return findings;
  }

  /** A Profile, made or patched, or the Namespace of one. */
  private static boolean holdsData(Root root, Manifest manifest) {
    return switch (manifest.kind()) {
      case "Profile" -> !manifest.isDeletion();
      case "Namespace" ->
          !manifest.isDeletion() && (root.isGroup() || manifest.root().at(OWNER).isTextual());
      default -> false;
    };
  }

  private static void guarded(Manifest manifest, Guard guard, List<Diagnostic> findings) {
    JsonPointer at = ANNOTATIONS.appendProperty(guard.key());
    if (!guard.value().matcher(manifest.root().at(at).asText()).matches()) {
      findings.add(
          manifest.error(
              "prunable-profile",
              at,
              "does not keep "
                  + guard.tool()
                  + " from pruning "
                  + manifest.id()
                  + ", and with it all that lies in its namespace",
              "write " + guard.key() + ": " + guard.write()));
    }
  }

  private static SortedMap<String, List<Manifest>> byFile(Root group) {
    SortedMap<String, List<Manifest>> files = new TreeMap<>();
    for (Manifest manifest : group.manifests()) {
      if (manifest.role() == Manifest.Role.WHOLE) {
        files.computeIfAbsent(manifest.file(), file -> new ArrayList<>()).add(manifest);
      }
    }
    return files;
  }

  private void file(
      List<Manifest> manifests, Map<String, Manifest> ofGroup, List<Diagnostic> findings) {
    Map<String, Manifest> namespaces = named("Namespace", manifests);
    Map<String, Manifest> profiles = named("Profile", manifests);
    profiles.forEach((name, profile) -> beside(profile, "Namespace", namespaces, findings));
    namespaces.forEach(
        (name, namespace) -> {
          List<Manifest> owners =
              profiles.containsKey(name) ? List.of(profiles.get(name)) : patchesOf(name);
          if (owners.isEmpty()) {
            beside(namespace, "Profile", profiles, findings);
          }
          owners.forEach(profile -> owned(namespace, profile, findings));
        });
    boolean isBeside = namespaces.isEmpty() && profiles.isEmpty();
    Map<String, Manifest> homes = isBeside ? ofGroup : namespaces;
    for (Manifest manifest : manifests) {
      JsonNode namespace = manifest.root().at(NAMESPACE);
      if (namespace.isTextual() && !homes.containsKey(namespace.asText())) {
        findings.add(
            manifest.error(
                "foreign-namespace",
                NAMESPACE,
                manifest.id()
                    + " lies in a namespace that "
                    + (isBeside ? "no file here makes" : "this file does not make"),
                nearest(namespace.asText(), homes)));
      }
    }
  }

  /** A base may name its Profile by a variable that kustomize resolves last. */
  private List<Manifest> patchesOf(String profile) {
    return patched.stream()
        .filter(patch -> patch.name().equals(profile) || patch.name().startsWith("$("))
        .toList();
  }

  private static Map<String, Manifest> named(String kind, List<Manifest> manifests) {
    Map<String, Manifest> named = new TreeMap<>();
    manifests.stream()
        .filter(manifest -> manifest.kind().equals(kind))
        .forEach(manifest -> named.putIfAbsent(manifest.name(), manifest));
    return named;
  }

  private static void beside(
      Manifest manifest, String kind, Map<String, Manifest> others, List<Diagnostic> findings) {
    if (!others.containsKey(manifest.name())) {
      findings.add(
          manifest.error(
              "profile-namespace",
              NAME,
              "this file makes " + manifest.id() + " and no " + kind + " of this name",
              others.isEmpty()
                  ? "keep the Profile and its Namespace together, in one file"
                  : nearest(manifest.name(), others)));
    }
  }

  private static void owned(Manifest namespace, Manifest profile, List<Diagnostic> findings) {
    String owner = profile.root().at("/spec/owner/name").asText();
    JsonNode annotated = namespace.root().at(OWNER);
    if (!annotated.asText().equals(owner)) {
      findings.add(
          namespace.error(
              "namespace-owner",
              OWNER,
              (annotated.isTextual() ? "is \"" + annotated.asText() + "\"" : "is missing")
                  + ", and the Profile's owner is \""
                  + owner
                  + "\"",
              "write owner: "
                  + owner
                  + " (the profile controller takes over no namespace of somebody else)"));
    }
  }

  private static String nearest(String name, Map<String, Manifest> there) {
    return Nearest.to(name, there.keySet())
        .map(nearest -> "did you mean " + nearest + "?")
        .orElse(
            there.isEmpty()
                ? "make its Namespace in this file"
                : "this file has " + String.join(", ", there.keySet()));
  }
}
