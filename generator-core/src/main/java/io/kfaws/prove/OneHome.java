package io.kfaws.prove;

import io.kfaws.kube.ObjectReference;
import java.util.HashMap;
import java.util.Map;

/**
 * No object of a group is built by another group, or by an overlay or its base: all are applied to
 * one cluster, where the version of an API does not tell objects apart. Overlays are not compared
 * with each other: those of one configuration have their base in common.
 *
 * <p>It remembers what was built before, so each proof has its own; not for use by several threads.
 */
final class OneHome implements BuildRule {
  static final String ID = "object-built-twice";

  private final Map<ObjectReference, String> overlays = new HashMap<>();
  private final Map<ObjectReference, String> groups = new HashMap<>();

  @Override
  public String id() {
    return ID;
  }

  /** What this overlay builds, no group may build. */
  void note(Build overlay) {
    overlay.built().byKey().keySet().forEach(key -> overlays.putIfAbsent(key, overlay.overlay()));
  }

  @Override
  public void validate(Build group, BuildFindings findings) {
    for (ObjectReference key : group.built().byKey().keySet()) {
      String overlay = overlays.getOrDefault(key, "");
      String other = groups.getOrDefault(key, "");
      if (!overlay.isEmpty()) {
        findings.find(
            group.home(key),
            key.toString(),
            "is built by " + overlay + ", too",
            "a profile that the base brings is patched there, or removed there"
                + " (kubeflow.sampleProfile)");
      } else if (!other.isEmpty()) {
        findings.find(
            group.home(key),
            key.toString(),
            "is built by " + other + ", too",
            "an object has one home: drop one of the two");
      } else {
        groups.put(key, group.overlay());
        findings.proven(key.toString());
      }
    }
  }
}
