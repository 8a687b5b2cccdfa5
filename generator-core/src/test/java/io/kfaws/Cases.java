package io.kfaws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The cases on disk, as the tests that walk them see them. */
public final class Cases {
  /** Whether what is expected is to be written anew: {@code -Dkfaws.goldens=write}. */
  public static final boolean WRITE = "write".equals(System.getProperty("kfaws.goldens"));

  /** The top of the repository. */
  public static final Path ROOT = root();

  /** The cases of this module. */
  public static final Path HERE = ROOT.resolve("generator-core/src/test");

  private Cases() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("overlays/catalog.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "run the tests in the repository");
    }
    return folder;
  }

  /** The folders in a folder, sorted. */
  public static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The cases {@code rules/<rule>/<case>} that have this file, sorted. */
  public static List<Path> ofRules(String file) throws IOException {
    List<Path> cases = new ArrayList<>();
    for (Path rule : folders(HERE.resolve("rules"))) {
      folders(rule).stream().filter(it -> Files.exists(it.resolve(file))).forEach(cases::add);
    }
    return cases;
  }

  /** {@code <rule>/<case>}. */
  public static String name(Path folder) {
    return HERE.resolve("rules").relativize(folder).toString().replace('\\', '/');
  }

  /** All files below a folder with their contents, by {@code /}-path; none if there is none. */
  public static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return files;
  }

  /** Makes a folder hold these files and no other. */
  public static void write(Path folder, SortedMap<String, String> files) throws IOException {
    for (String old : files(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (String path : files.keySet()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, files.getOrDefault(path, ""));
    }
  }

  /** Copies a folder, whatever is in its files, to where there is nothing yet. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path each : walk.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)));
      }
    }
  }
}
