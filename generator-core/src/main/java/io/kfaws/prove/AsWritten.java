package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.ObjectReference;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A group builds exactly the objects of its files: none is lost, added or changed on the way. */
record AsWritten() implements BuildRule {
  private static final String HINT =
      "a group's kustomization lists the files of its folder and changes nothing in them";

  private static final Pattern GO = Pattern.compile("-?[0-9](\\.[0-9]+)?e[+-][0-9]{2,3}");

  @Override
  public String id() {
    return "build-differs";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    Map<ObjectReference, Manifest> written = new HashMap<>();
    for (Manifest manifest : build.manifests()) {
      if (manifest.role() == Manifest.Role.WHOLE) {
        written.put(new KubernetesObject(manifest.root()).reference(), manifest);
      }
    }
    written.forEach(
        (key, manifest) -> {
          if (!build.built().has(key)) {
            findings.find(build.home(key), key.toString(), "is not in the build", HINT);
          } else if (!build.built().get(key).equals(AsWritten::differ, manifest.root())) {
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

  /**
   * Numbers are the same by their value: kustomize writes {@code 0.90} as 0.9, and small and large
   * ones as Go does, {@code 1e-07}, which is text to readers of YAML 1.1.
   */
  private static int differ(JsonNode one, JsonNode other) {
    Optional<BigDecimal> number = number(one);
    boolean isNumber = number.isPresent() && (one.isNumber() || other.isNumber());
    if (isNumber && number(other).isPresent()) {
      return number.get().compareTo(number(other).get());
    }
    return one.equals(other) ? 0 : 1;
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.decimalValue());
    }
    String text = node.asText();
    return node.isTextual() && GO.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
