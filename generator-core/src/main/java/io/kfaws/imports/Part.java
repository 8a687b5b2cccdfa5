package io.kfaws.imports;

/** Makes one part of the wish. */
interface Part {
  /** Puts into the wish what was found for it, and says what it leaves. */
  void write(Draft wish);
}
