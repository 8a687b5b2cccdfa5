package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cases of {@link GoldenTest} and the trees that they are expected to become.
 *
 * <p>The cases have an order: the samples {@code overlays/<overlay>/}, then {@code
 * src/test/goldens/<case>/}. The {@code expected/} of a sample is whole, since users read it. That
 * of a golden holds only the files whose text no earlier file has; for each other one {@code
 * expected.same} beside it has a line, {@code <path>: <case>/<path there>}. So a change of one
 * template is a change of one file, however many cases it shows in.
 *
 * @param samples the folders of the samples, sorted
 * @param goldens the folders of the goldens, sorted
 */
public record Expected(List<Path> samples, List<Path> goldens) {
  private static final String TREE = "expected";
  private static final String LIST = "expected.same";

  /** Copies the lists. */
  public Expected {
    samples = List.copyOf(samples);
    goldens = List.copyOf(goldens);
  }

  /** One file that is expected: its text, and the file that holds it, {@code <case>/<path>}. */
  public record Body(String owner, String text) {}

  /** The cases of the repository. */
  public static Expected ofTheRepository() throws IOException {
    List<Path> samples = new ArrayList<>(Cases.folders(Cases.ROOT.resolve("overlays")));
    samples.removeIf(folder -> !Files.exists(folder.resolve("overlay.yaml")));
    return new Expected(samples, Cases.folders(Cases.HERE.resolve("goldens")));
  }

  /** The folders of all cases, in their order. */
  public List<Path> cases() {
    return Stream.concat(samples.stream(), goldens.stream()).toList();
  }

  /** What a case is called: a golden by its folder, a sample by {@code overlays/<overlay>}. */
  public String name(Path folder) {
    return (samples.contains(folder) ? "overlays/" : "") + folder.getFileName();
  }

  /** The whole expected tree of a case, by path. A line of its list that is wrong is a failure. */
  public SortedMap<String, Body> of(Path folder) throws IOException {
    SortedMap<String, Body> bodies = new TreeMap<>();
    held(folder).forEach((path, text) -> bodies.put(path, new Body(owner(folder, path), text)));
    for (String line : list(folder).lines().toList()) {
      String[] halves = line.split(": ", 2);
      if (halves.length < 2) {
        fail("%s/%s: \"%s\" is not <path>: <case>/<path there>", name(folder), LIST, line);
      }
      Body body = new Body(halves[1], Files.readString(file(folder, line, halves[1])));
      if (bodies.put(halves[0], body) != null) {
        fail("%s/%s: %s is expected twice", name(folder), LIST, halves[0]);
      }
    }
    return bodies;
  }

  /** The files that lie in a case's own folder. */
  private static SortedMap<String, String> held(Path folder) throws IOException {
    return Cases.files(folder.resolve(TREE));
  }

  private static String list(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    return Files.exists(list) ? Files.readString(list) : "";
  }

  private String owner(Path folder, String path) {
    return name(folder) + "/" + path;
  }

  private Path file(Path folder, String line, String owner) {
    for (Path other : cases()) {
      String prefix = owner(other, "");
      Path file = other.resolve(TREE).resolve(owner.replaceFirst("^\\Q" + prefix + "\\E", ""));
      if (owner.startsWith(prefix) && Files.isRegularFile(file)) {
        return file;
      }
    }
    return fail("%s/%s: \"%s\" names a file that is not there", name(folder), LIST, line);
  }

  /** Fails unless these files are the expected ones. */
  public void verify(Path folder, SortedMap<String, String> files) throws IOException {
    SortedMap<String, Body> bodies = of(folder);
    List<String> wrong = new ArrayList<>();
    bodies.forEach(
        (path, body) -> {
          if (!files.containsKey(path)) {
            wrong.add(path + " is missing; " + body.owner() + " holds it");
          }
        });
    for (String path : files.keySet()) {
      if (!bodies.containsKey(path)) {
        wrong.add(path + " is superfluous; neither " + TREE + "/ nor " + LIST + " has it");
      }
    }
    assertThat(wrong).as(name(folder)).isEmpty();
    bodies.forEach(
        (path, body) ->
            assertThat(files.get(path))
                .as("%s: %s, which %s holds", name(folder), path, body.owner())
                .isEqualTo(body.text()));
  }

  /** What is not laid as {@link #write} lays it: bodies that lie twice, lists that are not so. */
  public List<String> slips() throws IOException {
    Map<Path, SortedMap<String, String>> trees = new HashMap<>();
    for (Path folder : cases()) {
      SortedMap<String, String> tree = new TreeMap<>();
      of(folder).forEach((path, body) -> tree.put(path, body.text()));
      trees.put(folder, tree);
    }
    List<String> slips = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    for (Path folder : cases()) {
      SortedMap<String, String> same = same(folder, tree(trees, folder), owners);
      for (String path : held(folder).keySet()) {
        if (same.containsKey(path)) {
          slips.add(owner(folder, path) + " lies twice; " + same.get(path) + " holds it");
        }
      }
      if (!list(folder).equals(lines(same))) {
        slips.add(owner(folder, LIST) + " is not the sorted list of what an earlier file holds");
      }
    }
    return slips;
  }

  /** Makes the cases hold these trees, each body once, and nothing else. */
  public void write(Map<Path, SortedMap<String, String>> trees) throws IOException {
    Map<String, String> owners = new HashMap<>();
    for (Path folder : cases()) {
      SortedMap<String, String> own = new TreeMap<>(tree(trees, folder));
      SortedMap<String, String> same = same(folder, own, owners);
      own.keySet().removeAll(same.keySet());
      Cases.write(folder.resolve(TREE), own);
      removeEmptyFolders(folder.resolve(TREE));
      Files.deleteIfExists(folder.resolve(LIST));
      if (!same.isEmpty()) {
        Files.writeString(folder.resolve(LIST), lines(same));
      }
    }
  }

  private static SortedMap<String, String> tree(
      Map<Path, SortedMap<String, String>> trees, Path folder) {
    return trees.getOrDefault(folder, new TreeMap<>());
  }

  /**
   * For each file of a case that an earlier file holds, that one; none for a sample.
   *
   * @param owners the earlier files by their texts, to which those of this case are added
   */
  private SortedMap<String, String> same(
      Path folder, SortedMap<String, String> tree, Map<String, String> owners) {
    SortedMap<String, String> same = new TreeMap<>();
    tree.forEach(
        (path, text) -> {
          String first = owners.putIfAbsent(text, owner(folder, path));
          if (first != null && goldens.contains(folder)) {
            same.put(path, first);
          }
        });
    return same;
  }

  private static String lines(SortedMap<String, String> same) {
    StringBuilder lines = new StringBuilder();
    same.forEach((path, owner) -> lines.append(path).append(": ").append(owner).append('\n'));
    return lines.toString();
  }

  private static void removeEmptyFolders(Path top) throws IOException {
    if (!Files.isDirectory(top)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(top)) {
      List<Path> deepestFirst =
          walk.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
      for (Path folder : deepestFirst) {
        try (Stream<Path> children = Files.list(folder)) {
          if (children.findAny().isPresent()) {
            continue;
          }
        }
        Files.delete(folder);
      }
    }
  }
}
