package io.kfaws.files;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file that is alone and is the user's from then on: no ledger lists it. */
public final class AtomicFile {
  private static final String SUFFIX = ".kfaws";

  /** So many files of killed runs are passed over. */
  private static final int MOST_LEFT = 99;

  private AtomicFile() {}

  /**
   * Writes a text as UTF-8: whole, or not at all.
   *
   * @param overwrite what becomes of a file that is there already; a link or a folder is refused
   *     all the same
   * @throws KfawsException if something is there that stays
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(Path file, String text, Overwrite overwrite) throws IOException {
    write(Disk.plain(), file, text, overwrite);
  }

  static void write(Disk disk, Path file, String text, Overwrite overwrite) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new KfawsException(noFolder(file));
    }
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && overwrite == Overwrite.FORCE) {
        replace(disk, file, content);
      } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new KfawsException(refused(file));
      } else {
        create(disk, file, content);
      }
    } catch (FileAlreadyExistsException e) {
      throw new KfawsException(refused(file)); // somebody else was faster
    } catch (FileSystemException e) {
      throw Failure.named(e);
    }
  }

  private static void create(Disk disk, Path file, byte[] content) throws IOException {
    Path fresh = written(disk, file, content);
    try {
      disk.move(fresh, file);
    } catch (IOException e) {
      tidy(disk, fresh, e);
      throw e;
    }
  }

  private static void replace(Disk disk, Path file, byte[] content) throws IOException {
    Path fresh = written(disk, file, content);
    try {
      disk.copyPermissions(file, fresh);
      disk.replace(fresh, file);
    } catch (IOException e) {
      tidy(disk, fresh, e);
      throw e;
    }
  }

  /** The content in a file beside; what a killed run or another one has there stays. */
  private static Path written(Disk disk, Path file, byte[] content) throws IOException {
    for (int i = 0; ; i++) {
      Path fresh = file.resolveSibling("." + file.getFileName() + (i == 0 ? "" : "." + i) + SUFFIX);
      try {
        disk.write(fresh, content);
        return fresh;
      } catch (FileAlreadyExistsException e) {
        if (i == MOST_LEFT) {
          throw e;
        }
      } catch (IOException e) {
        tidy(disk, fresh, e); // a full disk leaves half a file
        throw e;
      }
    }
  }

  private static void tidy(Disk disk, Path fresh, IOException reason) {
    if (Files.exists(fresh, LinkOption.NOFOLLOW_LINKS)) {
      try {
        disk.delete(fresh);
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }

  private static Diagnostic refused(Path file) {
    Location at = Location.of(file.toString().replace('\\', '/'));
    boolean yields = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return Diagnostic.error(
        yields ? "file-exists" : "not-a-file",
        at,
        "",
        yields ? "is there already" : "must be a file, but something else is there",
        yields
            ? "name another file, or force the run (--force): the file is then replaced"
            : "move it away");
  }

  private static Diagnostic noFolder(Path file) {
    return Diagnostic.error(
        "no-such-folder",
        Location.of(file.resolveSibling("").toString().replace('\\', '/')),
        "",
        "there is no such folder",
        "make it, or name a file elsewhere");
  }
}
