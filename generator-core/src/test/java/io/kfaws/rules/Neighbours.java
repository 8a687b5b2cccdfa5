package io.kfaws.rules;

import io.kfaws.Cases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * For a refused case the nearest one that is accepted.
 *
 * <p>It lies in the same folder, as {@code accepted} or {@code accepted.yaml}; or the suite has one
 * that all of its cases differ from; or it is the configuration with the most lines in common.
 */
final class Neighbours {
  private static final String CONFIGURATION = "kfaws.yaml";

  /** The accepted case of each suite, by the suite's folder. */
  private static final Map<String, String> OF_SUITE =
      new TreeMap<>(
          Map.of(
              "generator-core/src/test/identity/cases", "generator-core/src/test/identity/base",
              "generator-core/src/test/trees/check", "generator-core/src/test/trees/check/good",
              "generator-core/src/test/trees/prove", "generator-core/src/test/trees/prove/proven",
              "generator-core/src/test/prove/cases", "generator-core/src/test/prove/cases/proven",
              "generator-core/src/test/imports", "generator-core/src/test/imports/rds-s3-irsa",
              "generator-core/src/test/merges", "generator-core/src/test/merges/add-same",
              "cli/src/test/cases", "cli/src/test/cases/generate"));

  private final Map<Path, Set<String>> accepted = new TreeMap<>();

  Neighbours() throws IOException {
    List<Path> folders = new ArrayList<>(Cases.folders(Cases.HERE.resolve("goldens")));
    folders.addAll(Cases.folders(Cases.HERE.resolve("configurations")));
    for (Path folder : folders) {
      lines(folder).ifPresent(lines -> accepted.put(Cases.ROOT.relativize(folder), lines));
    }
  }

  /** Any bytes are text here: one of the cases is no UTF-8. */
  private static Optional<Set<String>> lines(Path folder) throws IOException {
    Path file = folder.resolve(CONFIGURATION);
    return Files.exists(file)
        ? Optional.of(new HashSet<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1)))
        : Optional.empty();
  }

  /** The accepted case for a refused one; both relative to the repository. */
  Path of(Path refused) throws IOException {
    Path folder = Cases.ROOT.resolve(refused);
    if (Files.exists(folder.resolve("accepted")) || Files.exists(folder.resolve("accepted.yaml"))) {
      return refused;
    }
    String suite = String.valueOf(refused.getParent()).replace('\\', '/');
    Optional<Path> ofSuite = Optional.ofNullable(OF_SUITE.get(suite)).map(Path::of);
    if (ofSuite.isPresent()) {
      return ofSuite.get();
    }
    Set<String> own = lines(folder).orElse(Set.of());
    return accepted.entrySet().stream()
        .min(Comparator.comparing(other -> distance(own, other.getValue())))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static long distance(Set<String> one, Set<String> other) {
    return one.stream().filter(line -> !other.contains(line)).count()
        + other.stream().filter(line -> !one.contains(line)).count();
  }
}
