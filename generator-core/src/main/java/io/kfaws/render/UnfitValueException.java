package io.kfaws.render;

import java.util.Collection;
import java.util.Map;

/** A template names something that has no form in the place where it is named. */
final class UnfitValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitValueException(String message) {
    super(message);
  }

  /** Refuses what is more than one value: Java's own form of it would come out. */
  static void refuseSections(Object value) {
    if (value instanceof Map) {
      throw new UnfitValueException("a section is no value; name one of the keys in it");
    }
    if (value instanceof Collection) {
      throw new UnfitValueException("a list is no value; loop over its items");
    }
  }
}
