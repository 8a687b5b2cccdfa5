package io.kfaws.files;

import java.util.Optional;

/**
 * What lies at a path of the output folder.
 *
 * @param kind what it is
 * @param at the path it lies at: the path asked for, or a folder above it for {@link Kind#LINK} and
 *     {@link Kind#NO_FOLDER}
 * @param content the content of a {@link Kind#FILE}
 */
record Found(Kind kind, String at, Optional<Content> content) {

  enum Kind {
    MISSING,
    FILE,
    FOLDER,
    /** The path, or a folder above it, is a symbolic link. */
    LINK,
    /** What must be a folder above the path is none. */
    NO_FOLDER,
    /** A pipe, a device, a Windows junction. */
    OTHER
  }

  static Found of(Kind kind, String at) {
    return new Found(kind, at, Optional.empty());
  }

  /** The content of a {@link Kind#FILE}. */
  Content file() {
    return content.orElseThrow();
  }

  /** Whether it is a file of this SHA-256. */
  boolean isFile(String sha256) {
    return content.filter(c -> c.sha256().equals(sha256)).isPresent();
  }
}
