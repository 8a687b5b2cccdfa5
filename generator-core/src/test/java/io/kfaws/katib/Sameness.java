package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether two trees mean the same: numbers by their value, all else as it is. */
final class Sameness {
  private Sameness() {}

  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1,
        other);
  }
}
