package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Data;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How Go reads and writes a batch/v1 Job beyond its schema: the data of {@code
 * overlays/job-keys.yaml}. Definitions are those of the schema.
 *
 * @param since the keys of definitions that came later, by the version of Kubernetes that has them
 * @param zeroKept the keys of definitions whose zero value comes back
 */
record JobKeys(
    SortedMap<String, Map<String, List<String>>> since, Map<String, List<String>> zeroKept) {

  /** Copies the maps. */
  JobKeys {
    since = Trees.sorted(since);
    zeroKept = Map.copyOf(zeroKept);
  }

  /** The data. */
  static JobKeys read() {
    return Trees.bind(Data.read("overlays/job-keys.yaml", JsonNode.class), JobKeys.class);
  }

  /** The keys of each definition that a version of Kubernetes does not have yet. */
  Map<String, List<String>> unknownTo(String kubernetes) {
    Map<String, List<String>> unknown = new TreeMap<>();
    since.forEach(
        (version, definitions) -> {
          if (minor(version) > minor(kubernetes)) {
            definitions.forEach(
                (definition, keys) ->
                    unknown.merge(
                        definition,
                        keys,
                        (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
          }
        });
    return unknown;
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** Whether a zero value of this key comes back. */
  boolean keepsZero(String definition, String key) {
    return zeroKept.getOrDefault(definition, List.of()).contains(key);
  }
}
