package io.kfaws.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.JsonText;
import io.kfaws.text.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run is about to do, written down before it begins, so that the next run can undo it.
 *
 * @param entries the steps, in order; the number of an entry names the file that it replaces, in
 *     the work folder
 * @param folders the folders that the run creates, outer ones first
 */
record Journal(List<Entry> entries, List<String> folders) {
  /**
   * A step.
   *
   * @param path the file
   * @param before the SHA-256 of the file that is replaced, or empty
   * @param after the SHA-256 of the file that comes, or empty
   */
  record Entry(String path, String before, String after) {
    Entry {
      Objects.requireNonNull(path);
      Objects.requireNonNull(before);
      Objects.requireNonNull(after);
    }

    boolean replaces() {
      return !before.isEmpty();
    }

    boolean writes() {
      return !after.isEmpty();
    }
  }

  Journal {
    entries = List.copyOf(entries);
    folders = List.copyOf(folders);
  }

  static Journal of(List<Step> steps, List<String> folders) {
    return new Journal(
        steps.stream().map(step -> new Entry(step.path(), step.before(), step.after())).toList(),
        folders);
  }

  /**
   * Reads a journal.
   *
   * @throws io.kfaws.KfawsException if it is none, or names a path that leaves the folder
   */
  static Journal read(OutputFolder folder, Path file) throws IOException {
    String path = PathRule.WORK + "/" + file.getFileName();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Refusal.badJournal(folder, path).thrown();
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      JsonNode tree = JsonText.read(text);
      Journal journal = Records.read(tree, Journal.class);
      boolean sound =
          tree.path("entries").isArray()
              && tree.path("folders").isArray()
              && Stream.concat(journal.entries.stream().map(Entry::path), journal.folders.stream())
                  .allMatch(p -> PathRule.LEDGERS.contains(p) || PathRule.flawOf(p).isEmpty());
      if (sound) {
        return journal;
      }
    } catch (JsonProcessingException | IllegalStateException e) {
      throw (RuntimeException) Refusal.badJournal(folder, path).thrown().initCause(e);
    }
    throw Refusal.badJournal(folder, path).thrown();
  }

  byte[] bytes() {
    return JsonText.line(Records.tree(this)).getBytes(StandardCharsets.UTF_8);
  }
}
