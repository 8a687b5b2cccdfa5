package io.kfaws.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Words for a failure of the file system: the exceptions of Java often name the file alone. */
final class Failure {
  private Failure() {}

  /** The same failure with a message that names the file and the reason. */
  static IOException named(FileSystemException failure) {
    String file = Optional.ofNullable(failure.getFile()).orElse("a file");
    return new IOException(file.replace('\\', '/') + ": " + reason(failure), failure);
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "came into being while kfaws was at work";
    }
    if (failure instanceof NoSuchFileException) {
      return "went away while kfaws was at work";
    }
    return Optional.ofNullable(failure.getReason()).orElse(failure.getClass().getSimpleName());
  }
}
