package io.kfaws.render;

/** A template asked for a value that the bindings do not have. */
final class MissingValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingValueException(String key) {
    super("there is no value " + key);
  }
}
