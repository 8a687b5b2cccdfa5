package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Walk;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flux, where it substitutes variables, takes {@code ${…}} for its own: the trials would get
 * nothing, or the object is refused. An annotation or a label switches that off for an object
 * (Flux, "Kustomization", post build variable substitution). Where nothing names Flux there is
 * nothing to switch off.
 *
 * @param isThere whether an object of Flux' is beside the experiment
 */
record FluxRule(boolean isThere) implements ExperimentRule {
  /** Flux labels what it applies with keys of its own, and users steer it by others. */
  private static final String PREFIX =
      Experiment.SUBSTITUTE.substring(0, Experiment.SUBSTITUTE.indexOf('/') + 1);

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    Experiment.Metadata metadata = experiment.metadata();
    boolean disabled =
        Experiment.DISABLED.equals(metadata.annotations().get(Experiment.SUBSTITUTE))
            || Experiment.DISABLED.equals(metadata.labels().get(Experiment.SUBSTITUTE));
    boolean isNamed =
        Stream.of(metadata.annotations().keySet(), metadata.labels().keySet())
            .flatMap(Set::stream)
            .anyMatch(key -> key.startsWith(PREFIX));
    if (disabled || !(isThere || isNamed)) {
      return;
    }
    boolean[] found = new boolean[1];
    Walk.through(
        experiment.tree(),
        (at, node) -> found[0] |= node.isTextual() && node.textValue().contains("${"));
    if (found[0]) {
      findings.warning(
          "flux-substitution",
          JsonPointer.compile("/metadata/annotations"),
          "Flux would put variables of its own for what is in ${…}",
          "write annotations: {" + Experiment.SUBSTITUTE + ": " + Experiment.DISABLED + "}");
    }
  }
}
