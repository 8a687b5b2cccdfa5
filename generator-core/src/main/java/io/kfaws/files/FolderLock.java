package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets one run at a time into an output folder, across threads and processes.
 *
 * <p>The lock is a lock on a file in the work folder, so the system frees it when a process dies.
 * The file is deleted in the end; a run that waited on it holds a lock on nothing then. To tell it,
 * the holder leaves a byte in the deleted file, and the waiter begins anew.
 */
final class FolderLock {
  /** Each costs a run that ended just then; more can only mean a folder that takes no files. */
  private static final int MOST_ATTEMPTS = 1000;

  private final OutputFolder folder;
  private final WorkFolder work;
  private final Disk disk;
  private final Runnable waiting;

  /**
   * The lock of a folder.
   *
   * @param waiting is run each time before another process' run is waited for
   */
  FolderLock(OutputFolder folder, Disk disk, Runnable waiting) {
    this.folder = folder;
    this.work = WorkFolder.of(folder);
    this.disk = disk;
    this.waiting = waiting;
  }

  /** What is done while the lock is held. */
  interface Task<T> {
    T run() throws IOException;
  }

  /** Waits for the lock, does the task, and leaves neither lock nor empty folders behind. */
  @SuppressWarnings("try") // the resources are there to be closed, in this order
  <T> T hold(Task<T> task) throws IOException {
    synchronized (monitor()) {
      List<Path> created = new ArrayList<>();
      try (Closeable folders = () -> removeEmpty(created);
          FileChannel channel = acquire(created);
          Closeable lock = () -> retire(channel)) {
        return task.run();
      }
    }
  }

  /**
   * Whether a run was killed while it moved files. A run under way is waited for; nothing is
   * written.
   *
   * @throws io.kfaws.KfawsException if the work folder is a link or a file
   */
  boolean isInterrupted() throws IOException {
    synchronized (monitor()) {
      Optional<Boolean> answer = Optional.empty();
      while (answer.isEmpty()) {
        checkWorkFolder();
        boolean interrupted = work.isInterrupted();
        answer =
            !interrupted || !Files.exists(work.lock(), NOFOLLOW_LINKS)
                ? Optional.of(interrupted)
                : waitAndLook();
      }
      return answer.get();
    }
  }

  @SuppressWarnings("try")
  private Optional<Boolean> waitAndLook() throws IOException {
    try (FileChannel channel = FileChannel.open(work.lock(), READ, NOFOLLOW_LINKS);
        FileLock shared = lock(channel, true)) {
      boolean interrupted = work.isInterrupted();
      return isAlive(channel) ? Optional.of(interrupted) : Optional.empty();
    } catch (NoSuchFileException e) {
      // The run ended in between.
      return Optional.empty();
    }
  }

  private FileChannel acquire(List<Path> created) throws IOException {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      createFolders(created);
      Optional<FileChannel> channel = tryAcquire();
      if (channel.isPresent()) {
        return channel.get();
      }
    }
    throw new IOException(work.path() + ": the folder cannot be created, or goes away each time");
  }

  private Optional<FileChannel> tryAcquire() throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(work.lock(), CREATE, WRITE, NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      // The run before removed its work folder just after we had seen it.
      return Optional.empty();
    }
    boolean held = false;
    try {
      held = lock(channel, false).isValid() && isAlive(channel);
      return held ? Optional.of(channel) : Optional.empty();
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private FileLock lock(FileChannel channel, boolean shared) throws IOException {
    FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
    if (lock != null) {
      return lock;
    }
    waiting.run();
    return channel.lock(0, Long.MAX_VALUE, shared);
  }

  private boolean isAlive(FileChannel channel) throws IOException {
    return channel.size() == 0 && Files.exists(work.lock(), NOFOLLOW_LINKS);
  }

  private void retire(FileChannel channel) throws IOException {
    disk.delete(work.lock());
    channel.write(ByteBuffer.wrap(new byte[] {1}));
  }

  /**
   * Creates what is missing of the output folder and the work folder. Runs that begin or end at the
   * same time do the same and the opposite; the caller finds out when it opens the lock.
   */
  private void createFolders(List<Path> created) throws IOException {
    checkWorkFolder();
    List<Path> missing = new ArrayList<>();
    for (Path path = folder.root(); path != null && !Files.isDirectory(path); ) {
      missing.add(0, path);
      path = path.getParent();
    }
    for (Path path : missing) {
      if (createFolder(path)) {
        created.remove(path);
        created.add(path);
      }
    }
    createFolder(work.path());
    // Whoever made it, it goes with the last run.
    created.remove(work.path());
    created.add(work.path());
  }

  private boolean createFolder(Path path) throws IOException {
    try {
      if (Files.isDirectory(path)) {
        return false;
      }
      disk.createFolder(path);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (Files.exists(path, NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
        throw e;
      }
      return false;
    } catch (NoSuchFileException e) {
      // The folder above is gone again.
      return false;
    }
  }

  private void checkWorkFolder() throws IOException {
    switch (folder.look(PathRule.WORK).kind()) {
      case MISSING, FOLDER -> {}
      case LINK -> throw Refusal.link(folder, PathRule.WORK).thrown();
      default -> throw Refusal.noFolder(folder, PathRule.WORK).thrown();
    }
  }

  /** Removes the folders we created, inner ones first, up to the first that holds something. */
  private void removeEmpty(List<Path> created) throws IOException {
    for (int n = created.size() - 1; n >= 0; n--) {
      if (!Directories.deleteIfEmpty(disk, created.get(n))) {
        return;
      }
    }
  }

  /**
   * One object a folder for the whole process: an interned text is the same for all class loaders,
   * and a build tool may load kfaws into several. Without it one thread's closing of the lock file
   * would free another's lock, for POSIX locks belong to the process.
   */
  private Object monitor() {
    return ("io.kfaws.files " + folder.root()).intern();
  }
}
