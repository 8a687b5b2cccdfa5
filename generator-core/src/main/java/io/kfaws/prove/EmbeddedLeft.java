package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Provided;
import io.kfaws.kube.Reference;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Nothing embedded is left: not what the release lists as its object store, not what the overlay
 * deletes, and nothing that served only pods that are gone: their Services and policies, their
 * disks, Secrets, ConfigMaps and service accounts.
 */
record EmbeddedLeft() implements BuildRule {
  private static final Set<String> SERVING =
      Set.of("PersistentVolumeClaim", "Secret", "ConfigMap", "ServiceAccount");
  private static final String HINT =
      "delete it with a patch of its own ($patch: delete), as its neighbours are";

  @Override
  public String id() {
    return "leftover-object";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    Set<String> replaced = replaced(build);
    Set<Reference> usedBefore = used(build.base());
    Set<Reference> usedNow = used(build.built());
    Selectors before = new Selectors(build.base());
    Selectors now = new Selectors(build.built());
    Set<String> left = new TreeSet<>();
    for (ObjectReference key : build.built().byKey().keySet()) {
      Reference self = key.named();
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
        ObjectReference key = new KubernetesObject(manifest.root()).reference();
        // Which one a variable names is not to be known here: PatchHit sees that one is gone.
        if (!key.isNamedByVariable()) {
          replaced.add(key.toString());
        }
      }
    }
    build.manifests().stream()
        .filter(manifest -> manifest.role() == Manifest.Role.WHOLE)
        .forEach(
            manifest ->
                replaced.remove(new KubernetesObject(manifest.root()).reference().toString()));
    if (build.has("s3")) {
      for (JsonNode object : build.configuration().at("/release/objectStore/remove")) {
        replaced.add(object.path("kind").asText() + " " + object.path("name").asText());
      }
    }
    return replaced;
  }

  private static Set<Reference> used(Objects objects) {
    Set<Reference> used =
        Named.all(objects).map(named -> named.to().whole()).collect(Collectors.toSet());
    // A pod names the account "default" by naming none.
    used.remove(Reference.to("ServiceAccount", Provided.NAMESPACE, "default"));
    return used;
  }
}
