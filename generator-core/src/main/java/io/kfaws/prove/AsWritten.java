package io.kfaws.prove;

import io.kfaws.check.Manifest;
import java.util.HashMap;
import java.util.Map;

/** A group builds exactly the objects of its files: none is lost, added or changed on the way. */
record AsWritten() implements Rule {
  private static final String HINT =
      "a group's kustomization lists the files of its folder and changes nothing in them";

  @Override
  public String id() {
    return "as-written";
  }

  @Override
  public void judge(Build build, Findings findings) {
    Map<ObjectKey, Manifest> written = new HashMap<>();
    for (Manifest manifest : build.manifests()) {
      if (manifest.role() == Manifest.Role.WHOLE) {
        written.put(ObjectKey.of(manifest.root()), manifest);
      }
    }
    written.forEach(
        (key, manifest) -> {
          if (!build.built().has(key)) {
            findings.find(build.home(key), key.toString(), "is not in the build", HINT);
          } else if (!build.built().get(key).equals(manifest.root())) {
            findings.find(
                build.home(key), key.toString(), "is built otherwise than its file says", HINT);
          } else {
            findings.proven(key.toString());
          }
        });
    build.built().byKey().keySet().stream()
        .filter(key -> !written.containsKey(key))
        .forEach(key -> findings.find(key.toString(), "is built, and no file makes it", HINT));
  }
}
