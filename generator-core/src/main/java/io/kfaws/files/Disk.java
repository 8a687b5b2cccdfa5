package io.kfaws.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The few ways in which kfaws changes a disk; each passes a gate first. */
final class Disk {
  private final Gate gate;

  Disk(Gate gate) {
    this.gate = gate;
  }

  /** A disk with an open gate. */
  static Disk plain() {
    return new Disk(file -> {});
  }

  /** Stands before each change; a test lets it fail there. */
  interface Gate {
    void pass(Path file) throws IOException;
  }

  void createFolder(Path folder) throws IOException {
    gate.pass(folder);
    Files.createDirectory(folder);
  }

  /** Writes a file that does not exist yet, with the permissions that the umask gives. */
  void write(Path file, byte[] content) throws IOException {
    gate.pass(file);
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Gives a file the permissions of another, on file systems that have them. */
  void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView model =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (model != null) {
      gate.pass(to);
      Files.setPosixFilePermissions(to, model.readAttributes().permissions());
    }
  }

  /** Renames a file in one go; what is already at the target is not replaced. */
  void move(Path from, Path to) throws IOException {
    gate.pass(to);
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Renames a file in one go, over the file that is at the target. */
  void replace(Path from, Path to) throws IOException {
    gate.pass(to);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes a file, a link or an empty folder. */
  void delete(Path file) throws IOException {
    gate.pass(file);
    Files.delete(file);
  }
}
