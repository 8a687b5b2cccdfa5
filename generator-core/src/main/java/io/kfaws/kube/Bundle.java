package io.kfaws.kube;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was rendered: each file with its text and what it holds, and the roots that kustomize builds
 * of them. It is read once, here, and handed to every rule, the identity graph, the proof and the
 * writer. Immutable.
 */
public final class Bundle {
  private static final String KUSTOMIZATION = "/kustomization.yaml";

  private final SortedMap<String, BundleFile> files;
  private final List<Root> roots;

  private Bundle(SortedMap<String, BundleFile> files, List<Root> roots) {
    this.files = files;
    this.roots = roots;
  }

  /**
   * Reads files.
   *
   * @param texts the contents by path, with {@code /}, relative to the output folder
   */
  public static Bundle of(SortedMap<String, String> texts) {
    SortedMap<String, BundleFile> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, BundleFile.read(Source.of(Path.of(path), text))));
    List<Root> roots = new ArrayList<>();
    for (String folder : rootFolders(texts)) {
      // '0' is the character after '/', so this is what lies in the folder: a view, no copy.
      roots.add(Root.walk(folder, files.subMap(folder + "/", folder + "0")));
    }
    return new Bundle(Collections.unmodifiableSortedMap(files), List.copyOf(roots));
  }

  /** The files by path, sorted. */
  public SortedMap<String, BundleFile> files() {
    return files;
  }

  /** The outermost folders that hold a kustomization, each walked with its own files, sorted. */
  public List<Root> roots() {
    return roots;
  }

  /**
   * The names of the Profiles that files bring or patch.
   *
   * @param folder what the files' paths begin with; empty: all
   */
  public SortedSet<String> profiles(String folder) {
    return files.tailMap(folder).values().stream()
        .takeWhile(file -> file.source().name().startsWith(folder))
        .flatMap(file -> file.documents().stream())
        .map(Manifest::alone)
        .filter(Manifest::isProfile)
        .map(Manifest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Manifests that lie in no root: nothing would build them. */
  public List<Diagnostic> strays() {
    SortedSet<String> folders = new TreeSet<>();
    roots.forEach(root -> folders.add(root.toString()));
    return files.keySet().stream()
        .filter(path -> path.endsWith(".yaml") && !isBelow(path, folders))
        .map(Bundle::unused)
        .toList();
  }

  static Diagnostic unused(String file) {
    return Diagnostic.error(
        "unlisted-file",
        Location.of(file),
        "",
        "no kustomization names this file",
        "name it in a kustomization.yaml, or drop it from its component.yaml");
  }

  private static SortedSet<String> rootFolders(SortedMap<String, String> texts) {
    SortedSet<String> folders = new TreeSet<>();
    for (String path : texts.keySet()) {
      if (path.endsWith(KUSTOMIZATION)) {
        folders.add(path.substring(0, path.length() - KUSTOMIZATION.length()));
      }
    }
    SortedSet<String> outermost = new TreeSet<>(folders);
    outermost.removeIf(folder -> isBelow(folder, folders));
    return outermost;
  }

  /** Whether a path lies in one of these folders, at any depth. */
  private static boolean isBelow(String path, SortedSet<String> folders) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (folders.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
