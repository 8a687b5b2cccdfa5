package io.kfaws.files;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What kfaws wrote into a folder, as {@code .kfaws.json} keeps it. It lies in version control
 * beside the files, so it holds no time and no host, one file a line, sorted.
 *
 * @param files the SHA-256 (64 lower-case hex digits) of each file as it was written, by path
 */
record Ledger(SortedMap<String, String> files) {
  /** The version of the format. */
  static final int VERSION = 1;

  Ledger {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The ledger of a tree. */
  static Ledger of(FileTree tree) {
    SortedMap<String, String> files = new TreeMap<>();
    tree.files().forEach((path, text) -> files.put(path, Content.of(text).sha256()));
    return new Ledger(files);
  }

  /**
   * Reads a folder's ledger; a folder without one has an empty one.
   *
   * @throws io.kfaws.text.KfawsException if it is a link or a folder, or is not well-formed
   */
  static Ledger read(OutputFolder folder) throws IOException {
    Found found = folder.look(PathRule.LEDGER);
    return switch (found.kind()) {
      case MISSING -> new Ledger(new TreeMap<>());
      case FILE -> LedgerReader.read(folder.location(PathRule.LEDGER).source(), found.file());
      case LINK -> throw Refusal.link(folder, found.at()).thrown();
      default -> throw Refusal.folderInTheWay(folder, PathRule.LEDGER).thrown();
    };
  }

  /** The JSON text, LF, with an LF at its end. */
  String text() {
    StringBuilder text = new StringBuilder("{\n  \"kfaws\": " + VERSION + ",\n  \"files\": {");
    String separator = "\n";
    for (var file : files.entrySet()) {
      text.append(separator).append("    \"");
      JsonStringEncoder.getInstance().quoteAsString(file.getKey(), text);
      text.append("\": \"").append(file.getValue()).append('"');
      separator = ",\n";
    }
    return text.append("\n  }\n}\n").toString();
  }
}
