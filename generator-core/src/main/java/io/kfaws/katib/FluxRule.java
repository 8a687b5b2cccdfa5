package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Walk;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Flux, where it substitutes variables, takes {@code ${…}} for its own: the trials would get
 * nothing, or the object is refused. An annotation or a label switches that off for an object
 * (Flux, "Kustomization", post build variable substitution).
 */
final class FluxRule implements ExperimentRule {
  @Override
  public void validate(Experiment experiment, Findings findings) {
    Experiment.Metadata metadata = experiment.metadata();
    boolean disabled =
        Experiment.DISABLED.equals(metadata.annotations().get(Experiment.SUBSTITUTE))
            || Experiment.DISABLED.equals(metadata.labels().get(Experiment.SUBSTITUTE));
    if (disabled) {
      return;
    }
    AtomicBoolean found = new AtomicBoolean();
    Walk.through(
        experiment.tree(),
        (at, node) -> {
          if (node.isTextual() && node.textValue().contains("${")) {
            found.set(true);
          }
        });
    if (found.get()) {
      findings.warning(
          "flux-substitution",
          JsonPointer.compile("/metadata/annotations"),
          "Flux would put variables of its own for what stands in ${…}",
          "write annotations: {" + Experiment.SUBSTITUTE + ": " + Experiment.DISABLED + "}");
    }
  }
}
