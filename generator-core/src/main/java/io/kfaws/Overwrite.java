package io.kfaws;

/** What becomes of a file that is in the way and is not as kfaws left it. */
public enum Overwrite {
  /** The run is refused, with the name of every such file, and changes nothing. */
  REFUSE,
  /**
   * The file is replaced, or removed where it is no longer generated. Links and folders in the way
   * are refused all the same.
   */
  FORCE
}
