package io.kfaws.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run is about to do, written down before it begins, so that the next run can undo it.
 *
 * @param entries the steps, in order; the number of an entry names the file that it replaces, in
 *     the work folder
 * @param folders the folders that the run creates, outer ones first
 */
record Journal(List<Entry> entries, List<String> folders) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
      // The JSON text "null" reads as null.
      @Nullable Journal journal = JSON.readValue(Files.readAllBytes(file), Journal.class);
      boolean sound =
          journal != null
              && Stream.concat(journal.entries.stream().map(Entry::path), journal.folders.stream())
                  .allMatch(p -> PathRule.LEDGERS.contains(p) || PathRule.flawOf(p).isEmpty());
      if (sound) {
        return journal;
      }
    } catch (JacksonException e) {
      throw (RuntimeException) Refusal.badJournal(folder, path).thrown().initCause(e);
    }
    throw Refusal.badJournal(folder, path).thrown();
  }

  byte[] bytes() throws IOException {
    return JSON.writeValueAsBytes(this);
  }
}
