package io.kfaws.cli;

/** What the process ends with; the list in every command's help says the same. */
final class ExitCodes {

  /** Everything is as it should be. */
  static final int FINE = 0;

  /**
   * The configuration or a manifest is wrong, the files differ from the configuration, an overlay
   * is not proven, a Profile would go, or a file that kfaws does not own is in the way.
   */
  static final int FINDINGS = 1;

  /** The command line itself is wrong: an unknown option, a missing value. */
  static final int USAGE = 2;

  /** A file or folder cannot be read or written, or kfaws itself is broken. */
  static final int FAULT = 3;

  private ExitCodes() {}
}
