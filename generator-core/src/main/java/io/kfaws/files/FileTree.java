package io.kfaws.files;

import io.kfaws.Applied;
import io.kfaws.Change;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The generated files, in memory: relative paths with {@code /} and their contents (text, written
 * as UTF-8), sorted by path. Immutable.
 *
 * <p>A tree is compared with a folder or applied to it. Both are one computation, so a dry run
 * tells what the real run does. kfaws lists the files it wrote, each with its SHA-256, in the
 * ledger {@code .kfaws.sha256} of the output folder, and replaces or removes no other file.
 */
public final class FileTree {
  private final SortedMap<String, String> files;
  // Each is asked for several times in a run, and costs more than all else that is done to a file.
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  private FileTree(SortedMap<String, String> files) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Starts an empty tree. */
  public static Builder builder() {
    return new Builder();
  }

  /** The contents by path, sorted by path; unmodifiable. */
  public SortedMap<String, String> files() {
    return files;
  }

  /** The SHA-256 of a file of the tree. */
  String sha256(String path) {
    return digests.computeIfAbsent(
        path, it -> Content.of(Objects.requireNonNull(files.get(it))).sha256());
  }

  /**
   * What {@link #applyTo} would do to a folder, and which files of ours are gone from it already.
   * Nothing is written. A file of ours that was edited by hand is {@code MODIFIED}; a folder that
   * does not exist is all {@code ADDED}. The ledger itself is listed only where it is all that
   * changes. A run under way in the folder is waited for.
   *
   * @param waiting is run each time before another process' run is waited for
   * @throws io.kfaws.KfawsException for what no run would touch: links, a folder where a file must
   *     go, a ledger that cannot be read; or where a run was interrupted
   * @throws IOException if the folder cannot be read; the message names the file
   */
  public Difference differenceFrom(Path dir, Runnable waiting) throws IOException {
    return compare(dir, Overwrite.FORCE, WriteCheck.NONE, waiting).difference();
  }

  /**
   * What {@link #applyTo(Path, Overwrite, WriteCheck, Runnable)} would do, or why it would refuse.
   * Nothing is written.
   *
   * @throws io.kfaws.KfawsException as there, or where a run was interrupted
   * @throws IOException if the folder cannot be read; the message names the file
   */
  public Applied dryRun(Path dir, Overwrite overwrite, WriteCheck guard, Runnable waiting)
      throws IOException {
    return compare(dir, overwrite, guard, waiting).applied();
  }

  private Comparison compare(Path dir, Overwrite overwrite, WriteCheck guard, Runnable waiting)
      throws IOException {
    try {
      return ConsistentRead.compare(this, OutputFolder.at(dir), waiting)
          .validated(overwrite, guard);
    } catch (FileSystemException e) {
      throw Failure.named(e);
    }
  }

  /** What makes an older tree this one, sorted by path; empty where they are equal. */
  public List<Change> changesSince(FileTree older) {
    TreeSet<String> paths = new TreeSet<>(older.files.keySet());
    paths.addAll(files.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      String before = older.files.getOrDefault(path, "");
      String after = files.getOrDefault(path, "");
      if (!older.files.containsKey(path)) {
        changes.add(new Change(Change.Kind.ADDED, path, before, after));
      } else if (!files.containsKey(path)) {
        changes.add(new Change(Change.Kind.REMOVED, path, before, after));
      } else if (!before.equals(after)) {
        changes.add(new Change(Change.Kind.MODIFIED, path, before, after));
      }
    }
    return changes;
  }

  /**
   * Makes a folder hold this tree. Other files in it are left alone. Either all is written or
   * nothing: a failure leaves the old files as they were, and what a killed run left behind is put
   * right first. A run under way in the folder is waited for. Where nothing changes, nothing is
   * written, not even a time.
   *
   * @throws io.kfaws.KfawsException with all refused files: edited by hand, not ours, links
   * @throws IOException if the folder cannot be read or written; the message names the file
   */
  public Applied applyTo(Path dir, Overwrite overwrite) throws IOException {
    return applyTo(dir, overwrite, WriteCheck.NONE, () -> {});
  }

  /**
   * Makes a folder hold this tree, as {@link #applyTo(Path, Overwrite)} does, unless a guard is
   * against it.
   *
   * @param waiting is run each time before another process' run is waited for
   * @throws io.kfaws.KfawsException with all refused files and all that the guard says
   * @throws IOException if the folder cannot be read or written; the message names the file
   */
  public Applied applyTo(Path dir, Overwrite overwrite, WriteCheck guard, Runnable waiting)
      throws IOException {
    return new Writer(Disk.plain(), guard, waiting).apply(this, dir, overwrite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileTree tree && files.equals(tree.files);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }

  /** The paths. */
  @Override
  public String toString() {
    return "FileTree" + files.keySet();
  }

  /** Collects the files of a tree; not for use by several threads. */
  public static final class Builder {
    private final SortedMap<String, String> files = new TreeMap<>();
    // Folded paths of files and of the folders above them, with the path that brought them.
    private final Map<String, String> foldedFiles = new HashMap<>();
    private final Map<String, String> foldedFolders = new HashMap<>();

    private Builder() {}

    /**
     * Adds a file.
     *
     * @param path relative, with {@code /}
     * @param content its text
     * @throws IllegalArgumentException if the path is absolute, has an empty part, {@code .} or
     *     {@code ..}, holds a backslash, a control character or one that Windows forbids, is kept
     *     by kfaws for itself, means the same file as an earlier one on a system that ignores case,
     *     or needs one file to be a folder
     */
    public Builder put(String path, String content) {
      PathRule.flawOf(path).ifPresent(flaw -> refuse(path, flaw));
      String folded = PathRule.fold(path);
      refuseIfTaken(path, foldedFiles.get(folded), "is the same file as ");
      refuseIfTaken(path, foldedFolders.get(folded), "is a file and the folder of ");
      for (String folder : PathRule.foldersAbove(folded)) {
        refuseIfTaken(path, foldedFiles.get(folder), "lies in the file ");
        foldedFolders.putIfAbsent(folder, path);
      }
      foldedFiles.put(folded, path);
      files.put(path, content);
      return this;
    }

    /** The tree of the files so far. */
    public FileTree build() {
      return new FileTree(files);
    }

    private static void refuseIfTaken(String path, @Nullable String other, String relation) {
      if (other != null) {
        refuse(path, relation + other);
      }
    }

    private static void refuse(String path, String flaw) {
      throw new IllegalArgumentException("the generated path '" + path + "' " + flaw);
    }
  }
}
