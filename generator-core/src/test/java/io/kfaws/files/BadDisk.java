package io.kfaws.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Disks that go wrong at the n-th change, counting from 1. */
final class BadDisk {
  private BadDisk() {}

  /** The process dies: nothing more happens, not even tidying up. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** One change fails, later ones succeed. */
  static Disk failingAt(int n) {
    AtomicInteger count = new AtomicInteger();
    return new Disk(file -> failIf(count.incrementAndGet() == n, file));
  }

  /** One change fails and so do all later ones. */
  static Disk failingFrom(int n) {
    AtomicInteger count = new AtomicInteger();
    return new Disk(file -> failIf(count.incrementAndGet() >= n, file));
  }

  static Disk killedAt(int n) {
    AtomicInteger count = new AtomicInteger();
    return new Disk(
        file -> {
          if (count.incrementAndGet() >= n) {
            throw new Killed();
          }
        });
  }

  static Disk counting(AtomicInteger count) {
    return new Disk(file -> count.incrementAndGet());
  }

  /** Says of each folder that the one above it is not there, as some special file systems do. */
  static Disk withoutFolders() {
    return new Disk(
        file -> {
          throw new NoSuchFileException(file.toString());
        });
  }

  private static void failIf(boolean fails, Path file) throws IOException {
    if (fails) {
      throw new FileSystemException(file.toString(), null, "No space left on device");
    }
  }
}
