package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Walk;
import java.util.Optional;

/** Images have a tag that stays: with {@code latest} the trials of one experiment can differ. */
final class ImageRule implements ExperimentRule {
  private static final JsonPointer CUSTOM =
      JsonPointer.compile("/spec/metricsCollectorSpec/collector/customCollector");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    spec.trialTemplate()
        .trialSpec()
        .ifPresent(
            trial -> Walk.through(trial, (at, node) -> validate(node, TRIAL.append(at), findings)));
    spec.metricsCollectorSpec()
        .flatMap(MetricsCollector::collector)
        .flatMap(MetricsCollector.Collector::customCollector)
        .ifPresent(container -> validate(container, CUSTOM, findings));
  }

  private static void validate(JsonNode node, JsonPointer at, Findings findings) {
    // A Ceph volume has an image too, which is none of a container.
    boolean volume = at.last() != null && at.last().matchesProperty("rbd");
    Optional<String> image =
        Optional.of(node.path("image")).filter(JsonNode::isTextual).map(JsonNode::textValue);
    if (volume || image.filter(ImageRule::isLatest).isEmpty()) {
      return;
    }
    findings.warning(
        "latest-tag",
        at.appendProperty("image"),
        image.get() + " is another image after each push",
        "write a tag that is not moved, or a digest (@sha256:…)");
  }

  private static boolean isLatest(String image) {
    if (image.isEmpty() || image.contains("@") || image.contains("${") || image.contains("$(")) {
      return false;
    }
    String name = image.substring(image.lastIndexOf('/') + 1);
    return !name.contains(":") || name.endsWith(":latest");
  }
}
