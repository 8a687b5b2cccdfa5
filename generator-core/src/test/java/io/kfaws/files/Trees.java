package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.kfaws.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trees and folders as tests speak of them: {@code path, content, path, content…}. */
final class Trees {
  private Trees() {}

  static FileTree tree(String... pathsAndContents) {
    FileTree.Builder builder = FileTree.builder();
    for (int n = 0; n < pathsAndContents.length; n += 2) {
      builder.put(pathsAndContents[n], pathsAndContents[n + 1]);
    }
    return builder.build();
  }

  /** What a run would do to a folder. */
  static List<Change> changes(FileTree tree, Path dir) throws IOException {
    return tree.differenceFrom(dir, () -> {}).changes();
  }

  static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /**
   * Everything in a folder but the folder itself: contents, {@code <folder>}, {@code -> target}.
   */
  static SortedMap<String, String> snapshot(Path dir) throws IOException {
    SortedMap<String, String> snapshot = new TreeMap<>();
    if (Files.exists(dir)) {
      for (Path path : Directories.innerFirst(dir)) {
        snapshot.put(dir.relativize(path).toString(), describe(path));
      }
      snapshot.remove("");
    }
    return snapshot;
  }

  private static String describe(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "-> " + Files.readSymbolicLink(path);
    }
    return Files.isDirectory(path, NOFOLLOW_LINKS)
        ? "<folder>"
        : Files.readString(path, StandardCharsets.ISO_8859_1);
  }

  /** A snapshot without what an interrupted run left behind. */
  static SortedMap<String, String> withoutWork(SortedMap<String, String> snapshot) {
    SortedMap<String, String> rest = new TreeMap<>(snapshot);
    rest.keySet().removeIf(path -> path.startsWith(PathRule.WORK));
    return rest;
  }
}
