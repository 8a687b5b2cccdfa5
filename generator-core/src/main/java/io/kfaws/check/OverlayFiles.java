package io.kfaws.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Location;
import io.kfaws.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One root's files as kustomize walks them: from its {@code kustomization.yaml} through the
 * components to the objects and patches. A file that is named and not there, and one that is there
 * and not named, are findings.
 *
 * <p>A root is what can be built by itself: an overlay, which is a folder at the top of the output,
 * or a group of profiles, which lies deeper.
 */
public final class OverlayFiles {
  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final Pattern REMOTE = Pattern.compile(".*(://|@).*|github\\.com/.*");

  private final String folder;
  private final SortedMap<String, String> files;
  private final Set<String> unvisited;
  private final Set<String> operations = new HashSet<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private OverlayFiles(String folder, SortedMap<String, String> files) {
    this.folder = folder;
    this.files = files;
    this.unvisited = new TreeSet<>(files.keySet());
  }

  /** The root in this folder of the tree, walked. */
  private static OverlayFiles walk(String folder, SortedMap<String, String> tree) {
    // '0' is the character after '/', so this is what lies in the folder: a view, no copy.
    OverlayFiles walked = new OverlayFiles(folder, tree.subMap(folder + "/", folder + "0"));
    walked.kustomization(folder, () -> Location.of(folder));
    walked.unvisited.forEach(file -> walked.findings.add(unused(file)));
    return walked;
  }

  /** Manifests that lie in no root: nothing would build them. */
  static List<Diagnostic> strays(SortedMap<String, String> tree) {
    SortedSet<String> roots = roots(tree);
    return tree.keySet().stream()
        .filter(path -> path.endsWith(".yaml") && !isBelow(path, roots))
        .map(OverlayFiles::unused)
        .toList();
  }

  private static Diagnostic unused(String file) {
    return Diagnostic.error(
        "unused-file",
        Location.of(file),
        "",
        "no kustomization names this file",
        "name it in a kustomization.yaml, or drop it from its component.yaml");
  }

  /** Whether it is a group of profiles, which stands on no base; an overlay otherwise. */
  public boolean isGroup() {
    return folder.indexOf('/') >= 0;
  }

  /** Whether it is built without a base: a group of profiles, or a folder of secrets. */
  public boolean standsAlone() {
    return isGroup()
        || manifests.stream()
            .filter(manifest -> manifest.role() == Manifest.Role.KUSTOMIZATION)
            .flatMap(manifest -> manifest.root().path("resources").valueStream())
            .noneMatch(resource -> isOutside(resource.asText()));
  }

  /** The documents in the order in which kustomize meets them. */
  public List<Manifest> manifests() {
    return manifests;
  }

  List<Diagnostic> findings() {
    return findings;
  }

  /** A file that lies beside a manifest's; an empty one, if there is none. */
  Source beside(Manifest manifest, String name) {
    String path = resolve(folder(manifest), name);
    return Source.of(Path.of(path), files.getOrDefault(path, ""));
  }

  private static String folder(Manifest manifest) {
    String file = manifest.file();
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }

  private void kustomization(String folder, Supplier<Location> namedAt) {
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
  }

  private void resource(String folder, Manifest by, JsonPointer at, String resource) {
    // What leads out of the root is the base, which kustomize itself judges.
    if (!isOutside(resource)) {
      String file = resolve(folder, resource);
      manifests.addAll(manifests(Manifest.Role.WHOLE, file, () -> by.at(at)));
    }
  }

  private static boolean isOutside(String resource) {
    return resource.startsWith("../") || REMOTE.matcher(resource).matches();
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
      manifests.addAll(read(() -> Manifest.inside(role, by, inline)));
    }
  }

  private void generator(String folder, Manifest by, JsonPointer at, JsonNode generator) {
    for (String list : List.of("envs", "files")) {
      JsonNode names = generator.path(list);
      for (int i = 0; i < names.size(); i++) {
        String file = names.get(i).asText();
        String path = resolve(folder, file.substring(file.indexOf('=') + 1));
        JsonPointer named = at.appendProperty(list).appendIndex(i);
        present(path, () -> by.at(named));
      }
    }
  }

  /** A place is told only where a file is missing: to find it, a text is read again. */
  private List<Manifest> manifests(Manifest.Role role, String path, Supplier<Location> namedAt) {
    if (!present(path, namedAt)) {
      return List.of();
    }
    String text = files.getOrDefault(path, "");
    return read(() -> Manifest.all(role, Source.of(Path.of(path), text)));
  }

  private boolean present(String path, Supplier<Location> namedAt) {
    unvisited.remove(path);
    boolean present = files.containsKey(path);
    if (!present) {
      findings.add(
          Diagnostic.error(
              "missing-file",
              namedAt.get(),
              "",
              "names " + path + ", which is not generated",
              "add it to the files of its component.yaml"));
    }
    return present;
  }

  private List<Manifest> read(Supplier<List<Manifest>> reading) {
    try {
      return reading.get();
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
      return List.of();
    }
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

  /**
   * The roots of a tree, each walked with its own files, sorted by folder: the outermost folders
   * that hold a {@value #KUSTOMIZATION}. Walk once and hand it to every judge.
   */
  public static List<OverlayFiles> all(SortedMap<String, String> tree) {
    return roots(tree).stream().map(root -> walk(root, tree)).toList();
  }

  private static SortedSet<String> roots(SortedMap<String, String> tree) {
    SortedSet<String> roots = new TreeSet<>();
    for (String path : tree.keySet()) {
      if (path.endsWith("/" + KUSTOMIZATION)) {
        roots.add(path.substring(0, path.length() - KUSTOMIZATION.length() - 1));
      }
    }
    SortedSet<String> outermost = new TreeSet<>(roots);
    outermost.removeIf(root -> isBelow(root, roots));
    return outermost;
  }

  /** Whether a path lies in one of these folders, at any depth. */
  private static boolean isBelow(String path, Set<String> folders) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (folders.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
