package io.kfaws.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of objects in a file, in words. */
final class Kinds {

  private Kinds() {}

  /** Each kind once, in the order of its first object: {@code Profile, 2 ServiceAccounts}. */
  static String counted(List<String> kinds) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> several(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String several(String kind, int count) {
    if (count == 1) {
      return kind;
    }
    if (kind.endsWith("y")) {
      return count + " " + kind.substring(0, kind.length() - 1) + "ies";
    }
    return count + " " + kind + (kind.endsWith("s") ? "es" : "s");
  }
}
