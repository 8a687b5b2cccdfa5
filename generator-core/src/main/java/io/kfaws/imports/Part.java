package io.kfaws.imports;

/** Makes one part of the configuration. */
interface Part {
  /** Puts into the configuration what was found for it, and says what it leaves. */
  void write(Draft configuration);
}
