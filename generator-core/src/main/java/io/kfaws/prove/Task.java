package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.files.FileTree;
import io.kfaws.kube.Bundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be proven.
 *
 * @param wishes for each overlay the wish with its defaults, as far as the overlay fulfils it, and
 *     the facts of its release as {@code release.…}
 * @param base what the overlays stand on, a folder or a URL as the engine takes it
 * @param tree the files that the wish asks for
 * @param bundle the same files, read
 * @param output where they lie
 * @param warnings what is worth a look in the wish
 */
public record Task(
    Map<String, JsonNode> wishes,
    String base,
    FileTree tree,
    Bundle bundle,
    Path output,
    List<Diagnostic> warnings) {
  /** Copies the collections. */
  public Task {
    wishes = Map.copyOf(wishes);
    warnings = List.copyOf(warnings);
  }
}
