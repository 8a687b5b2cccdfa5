package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.Manifest;
import io.kfaws.validate.Provided;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Nothing embedded is left: not what the release lists as its object store, not what the overlay
 * deletes, and nothing that served only pods that are gone: their Services and policies, their
 * disks, Secrets, ConfigMaps and service accounts.
 */
record EmbeddedLeft() implements Rule {
  private static final Set<String> SERVING =
      Set.of("PersistentVolumeClaim", "Secret", "ConfigMap", "ServiceAccount");
  private static final String HINT =
      "delete it with a patch of its own ($patch: delete), as its neighbours are";

  @Override
  public String id() {
    return "leftover-object";
  }

  @Override
  public void judge(Build build, Findings findings) {
    Set<String> replaced = replaced(build);
    Set<Reference> usedBefore = used(build.vanilla());
    Set<Reference> usedNow = used(build.built());
    Selectors before = new Selectors(build.vanilla());
    Selectors now = new Selectors(build.built());
    Set<String> left = new TreeSet<>();
    for (ObjectKey key : build.built().byKey().keySet()) {
      Reference self = new Reference(key.kind(), key.namespace(), key.name(), "");
      if (replaced.contains(key.toString())) {
        left.add(key.toString());
        findings.find(key.toString(), "belongs to what AWS replaces, and is left", HINT);
      } else if (before.selectsAny(key) && !now.selectsAny(key)) {
        findings.find(key.toString(), "selected only pods that are gone, and is left", HINT);
      } else if (SERVING.contains(key.kind())
          && usedBefore.contains(self)
          && !usedNow.contains(self)) {
        findings.find(key.toString(), "served only pods that are gone, and is left", HINT);
      }
    }
    replaced.stream().filter(name -> !left.contains(name)).forEach(findings::proven);
  }

  /** What has to go: what the overlay deletes and does not bring anew, and the object store. */
  private static Set<String> replaced(Build build) {
    Set<String> replaced = new TreeSet<>();
    for (Manifest manifest : build.manifests()) {
      if (manifest.isDeletion()) {
        ObjectKey key = ObjectKey.of(manifest.root());
        // Which one a variable names is not to be known here: PatchHit sees that one is gone.
        if (!key.isNamedByVariable()) {
          replaced.add(key.toString());
        }
      }
    }
    build.manifests().stream()
        .filter(manifest -> manifest.role() == Manifest.Role.WHOLE)
        .forEach(manifest -> replaced.remove(ObjectKey.of(manifest.root()).toString()));
    if (build.has("s3")) {
      for (JsonNode object : build.wish().at("/release/objectStore/remove")) {
        replaced.add(object.path("kind").asText() + " " + object.path("name").asText());
      }
    }
    return replaced;
  }

  private static Set<Reference> used(Objects objects) {
    Set<Reference> used = new HashSet<>();
    Pod.all(objects)
        .flatMap(pod -> References.of(pod).stream())
        .map(
            reference ->
                new Reference(reference.kind(), reference.namespace(), reference.name(), ""))
        .forEach(used::add);
    for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
      objects.keys(kind).forEach(key -> used.addAll(References.ofBinding(objects.get(key))));
    }
    // A pod names the account "default" by naming none.
    used.remove(new Reference("ServiceAccount", Provided.NAMESPACE, "default", ""));
    return used;
  }
}
