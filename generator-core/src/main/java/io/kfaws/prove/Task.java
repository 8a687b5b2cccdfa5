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
 * @param configurations for each overlay the configuration with its defaults, as far as the overlay
 *     fulfils it, and the facts of its release as {@code release.…}
 * @param base what the overlays stand on, a folder or a URL as the engine takes it
 * @param tree the files that the configuration asks for
 * @param bundle the same files, read
 * @param output where they lie
 * @param warnings what is worth a look in the configuration
 * @param waiting is run each time before a run of another process in the output folder is waited
 *     for
 */
public record Task(
    Map<String, JsonNode> configurations,
    String base,
    FileTree tree,
    Bundle bundle,
    Path output,
    List<Diagnostic> warnings,
    Runnable waiting) {
  /** Copies the collections. */
  public Task {
    configurations = Map.copyOf(configurations);
    warnings = List.copyOf(warnings);
  }
}
