package io.kfaws.build;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Nothing is left of what AWS replaces: not what has to go, not what the pack lists as the embedded
 * object store, and nothing else that has the name of a replaced host.
 */
record EmbeddedRule() implements Rule {
  @Override
  public List<String> broken(Case build) {
    NavigableSet<String> replaced = new TreeSet<>(build.expected("removed"));
    replaced.removeAll(build.expected("added"));
    if (build.cell().parts().contains("s3")) {
      build
          .pack()
          .facts()
          .at("/objectStore/remove")
          .forEach(
              object ->
                  replaced.add(object.path("kind").asText() + " " + object.path("name").asText()));
    }
    NavigableSet<String> hosts = build.expected("hosts");
    return build.built().byKey().keySet().stream()
        .filter(key -> replaced.contains(key.toString()) || hosts.contains(key.name()))
        .map(key -> key + " is left")
        .toList();
  }
}
