package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.text.EnvFile;
import io.kfaws.text.Unreadable;
import io.kfaws.text.Walk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One root's files as kustomize walks them: from its {@code kustomization.yaml} through the
 * components to the objects and patches. A file that is named and not there, and one that is there
 * and not named, are findings.
 *
 * <p>A root is what can be built by itself: an overlay, which is a folder at the top of the output,
 * or a group of profiles, which lies deeper.
 */
public final class Root {
  private static final String KUSTOMIZATION = "kustomization.yaml";

  private final String folder;
  private final SortedMap<String, BundleFile> files;
  private final Set<String> unvisited;
  private final Set<String> operations = new HashSet<>();

  /** The kustomizations that are being read, each because the one before lists it. */
  private final Set<String> open = new HashSet<>();

  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private Root(String folder, SortedMap<String, BundleFile> files) {
    this.folder = folder;
    this.files = files;
    this.unvisited = new TreeSet<>(files.keySet());
  }

  /** The root in this folder, walked with the files that lie there. */
  static Root walk(String folder, SortedMap<String, BundleFile> files) {
    Root walked = new Root(folder, files);
    walked.kustomization(folder, () -> Location.of(folder));
    walked.unvisited.forEach(file -> walked.findings.add(Bundle.unused(file)));
    return walked;
  }

  /** Whether it is a group of profiles, which has no base; an overlay otherwise. */
  public boolean isGroup() {
    return folder.indexOf('/') >= 0;
  }

  /** Whether it is built without a base: a group of profiles, or a folder of secrets. */
  public boolean standsAlone() {
    return isGroup()
        || manifests.stream()
            .filter(manifest -> manifest.role() == Manifest.Role.KUSTOMIZATION)
            .flatMap(manifest -> Walk.values(manifest.root().path("resources")))
            .noneMatch(resource -> isOutside(resource.asText()));
  }

  /** The documents in the order in which kustomize meets them. */
  public List<Manifest> manifests() {
    return manifests;
  }

  public List<Diagnostic> findings() {
    return findings;
  }

  /** An env file that lies beside a manifest; one without a key, if there is none. */
  public EnvFile parameters(Manifest manifest, String name) {
    return Optional.ofNullable(files.get(resolve(folder(manifest), name)))
        .flatMap(BundleFile::parameters)
        .orElseGet(() -> new EnvFile(List.of(), List.of()));
  }

  /** The path of a file that lies beside a manifest. */
  public static String beside(Manifest manifest, String name) {
    return resolve(folder(manifest), name);
  }

  private static String folder(Manifest manifest) {
    String file = manifest.file();
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }

  private void kustomization(String folder, Supplier<Location> namedAt) {
    if (!open.add(folder)) {
      findings.add(
          Diagnostic.error(
              "kustomization-cycle",
              namedAt.get(),
              "",
              "leads back to " + folder + ", which is being read",
              "take it off the list"));
      return;
    }
    String file = folder + "/" + KUSTOMIZATION;
    for (Manifest manifest : manifests(Manifest.Role.KUSTOMIZATION, file, namedAt)) {
      manifests.add(manifest);
      each(manifest, "resources", (at, item) -> resource(folder, manifest, at, item.asText()));
      each(
          manifest,
          "components",
          (at, item) -> kustomization(resolve(folder, item.asText()), () -> manifest.at(at)));
      each(manifest, "patches", (at, item) -> patch(folder, manifest, at, item));
      each(manifest, "configMapGenerator", (at, item) -> generator(folder, manifest, at, item));
    }
    open.remove(folder);
  }

  private void resource(String folder, Manifest by, JsonPointer at, String resource) {
    // What leads out of the root is the base, which kustomize itself validates.
    if (!isOutside(resource)) {
      String file = resolve(folder, resource);
      manifests.addAll(manifests(Manifest.Role.WHOLE, file, () -> by.at(at)));
    }
  }

  private static boolean isOutside(String resource) {
    return resource.startsWith("../") || KustomizationFile.isRemote(resource);
  }

  private void patch(String folder, Manifest by, JsonPointer at, JsonNode patch) {
    // A merge names its object itself, so a target is a list of operations'.
    boolean targets = patch.has("target");
    Manifest.Role role = targets ? Manifest.Role.OPERATIONS : Manifest.Role.PATCH;
    if (patch.has("path")) {
      String file = resolve(folder, patch.path("path").asText());
      // Many targets may share one file, which is one document all the same.
      if (!targets || !files.containsKey(file) || operations.add(file)) {
        manifests.addAll(manifests(role, file, () -> by.at(at)));
      }
    }
    if (patch.has("patch")) {
      JsonPointer inline = at.appendProperty("patch");
      manifests.addAll(inside(role, by, inline));
    }
  }

  private void generator(String folder, Manifest by, JsonPointer at, JsonNode generator) {
    for (String list : List.of("envs", "files")) {
      JsonNode names = generator.path(list);
      for (int i = 0; i < names.size(); i++) {
        String file = names.get(i).asText();
        String path = resolve(folder, file.substring(file.indexOf('=') + 1));
        JsonPointer named = at.appendProperty(list).appendIndex(i);
        Optional<BundleFile> found = present(path, () -> by.at(named));
        if (list.equals("files")) {
          found.flatMap(it -> Unreadable.in(it.source())).ifPresent(findings::add);
        }
      }
    }
  }

  private List<Manifest> manifests(Manifest.Role role, String path, Supplier<Location> namedAt) {
    Optional<BundleFile> file = present(path, namedAt).map(BundleFile::asYaml);
    file.ifPresent(read -> findings.addAll(read.findings()));
    return Manifest.all(role, file.map(BundleFile::documents).orElse(List.of()));
  }

  /** The documents in a text of a kustomization: a patch that is located in place. */
  private List<Manifest> inside(Manifest.Role role, Manifest by, JsonPointer at) {
    try {
      return Manifest.all(role, by.document().inside(at));
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
      return List.of();
    }
  }

  private Optional<BundleFile> present(String path, Supplier<Location> namedAt) {
    unvisited.remove(path);
    Optional<BundleFile> file = Optional.ofNullable(files.get(path));
    if (file.isEmpty()) {
      findings.add(
          Diagnostic.error(
              "missing-file",
              namedAt.get(),
              "",
              "names " + path + ", which is not generated",
              "add it to the files of its component.yaml"));
    }
    return file;
  }

  private interface Visit {
    void item(JsonPointer at, JsonNode item);
  }

  private static void each(Manifest manifest, String list, Visit visit) {
    JsonNode items = manifest.root().path(list);
    JsonPointer at = JsonPointer.empty().appendProperty(list);
    for (int i = 0; i < items.size(); i++) {
      visit.item(at.appendIndex(i), items.get(i));
    }
  }

  private static String resolve(String folder, String path) {
    return Path.of(folder).resolve(path).normalize().toString().replace('\\', '/');
  }

  /** The root's folder, relative to the output folder. */
  @Override
  public String toString() {
    return folder;
  }
}
