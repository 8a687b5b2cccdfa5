package io.kfaws.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Location;
import io.kfaws.text.Source;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One overlay's files as kustomize walks them: from its {@code kustomization.yaml} through the
 * components to the objects and patches. A file that is named and not there, and one that is there
 * and not named, are findings.
 */
public final class OverlayFiles {
  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final Pattern REMOTE = Pattern.compile(".*(://|@).*|github\\.com/.*");

  private final String overlay;
  private final SortedMap<String, String> files;
  private final TreeSet<String> unvisited;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private OverlayFiles(String overlay, SortedMap<String, String> files) {
    this.overlay = overlay;
    this.files = files;
    this.unvisited = new TreeSet<>(files.keySet());
  }

  /** The overlay in this folder of the tree, walked. */
  static OverlayFiles walk(String overlay, SortedMap<String, String> files) {
    OverlayFiles walked = new OverlayFiles(overlay, files);
    walked.kustomization(overlay, Location.of(overlay));
    for (String file : walked.unvisited) {
      walked.findings.add(
          Diagnostic.error(
              "unused-file",
              Location.of(file),
              "",
              "no kustomization names this file",
              "name it in a kustomization.yaml, or drop it from its component.yaml"));
    }
    return walked;
  }

  /** The documents in the order in which kustomize meets them. */
  public List<Manifest> manifests() {
    return manifests;
  }

  List<Diagnostic> findings() {
    return findings;
  }

  /** The content of a file that lies beside a manifest's, or empty text. */
  String beside(Manifest manifest, String name) {
    return files.getOrDefault(resolve(folder(manifest), name), "");
  }

  private static String folder(Manifest manifest) {
    String file = manifest.document().source().name();
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }

  private void kustomization(String folder, Location namedAt) {
    for (Document document : documents(folder + "/" + KUSTOMIZATION, namedAt)) {
      Manifest manifest = new Manifest(Manifest.Role.KUSTOMIZATION, document);
      manifests.add(manifest);
      each(manifest, "resources", (at, item) -> resource(folder, manifest, at, item.asText()));
      each(
          manifest,
          "components",
          (at, item) -> kustomization(resolve(folder, item.asText()), document.at(at)));
      each(manifest, "patches", (at, item) -> patch(folder, manifest, at, item));
      each(manifest, "configMapGenerator", (at, item) -> generator(folder, manifest, at, item));
    }
  }

  private void resource(String folder, Manifest by, JsonPointer at, String resource) {
    // What leads out of the overlay is the base, which kustomize itself judges.
    boolean outside = resource.startsWith("../") || REMOTE.matcher(resource).matches();
    if (!outside) {
      for (Document document : documents(resolve(folder, resource), by.document().at(at))) {
        manifests.add(new Manifest(Manifest.Role.WHOLE, document));
      }
    }
  }

  private void patch(String folder, Manifest by, JsonPointer at, JsonNode patch) {
    if (patch.has("path")) {
      String file = resolve(folder, patch.path("path").asText());
      for (Document document : documents(file, by.document().at(at))) {
        manifests.add(new Manifest(Manifest.Role.PATCH, document));
      }
    }
    if (patch.has("patch")) {
      JsonPointer inline = at.appendProperty("patch");
      read(() -> by.document().inside(inline))
          .forEach(document -> manifests.add(new Manifest(Manifest.Role.PATCH, document)));
    }
  }

  private void generator(String folder, Manifest by, JsonPointer at, JsonNode generator) {
    for (String list : List.of("envs", "files")) {
      JsonNode names = generator.path(list);
      for (int i = 0; i < names.size(); i++) {
        String file = names.get(i).asText();
        String path = resolve(folder, file.substring(file.indexOf('=') + 1));
        present(path, by.document().at(at.appendProperty(list).appendIndex(i)));
      }
    }
  }

  private List<Document> documents(String path, Location namedAt) {
    if (!present(path, namedAt)) {
      return List.of();
    }
    return read(() -> Yaml.readAll(Source.of(Path.of(path), files.getOrDefault(path, ""))));
  }

  private boolean present(String path, Location namedAt) {
    unvisited.remove(path);
    if (!files.containsKey(path)) {
      findings.add(
          Diagnostic.error(
              "missing-file",
              namedAt,
              "",
              "names " + path + ", which is not generated",
              "add it to the files of its component.yaml"));
    }
    return files.containsKey(path);
  }

  private List<Document> read(Supplier<List<Document>> reading) {
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

  /** The overlay's folder. */
  @Override
  public String toString() {
    return overlay;
  }

  /** The overlays of a tree, each with its own files. */
  public static List<OverlayFiles> all(SortedMap<String, String> tree) {
    Map<String, SortedMap<String, String>> overlays = new TreeMap<>();
    tree.forEach(
        (path, content) ->
            overlays
                .computeIfAbsent(path.substring(0, path.indexOf('/')), name -> new TreeMap<>())
                .put(path, content));
    return overlays.entrySet().stream().map(e -> walk(e.getKey(), e.getValue())).toList();
  }
}
