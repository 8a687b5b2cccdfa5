package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

/**
 * Population based training walks in steps, and keeps its checkpoints on a volume (Katib, {@code
 * pkg/suggestion/v1beta1/pbt/service.py}).
 */
final class PbtRule implements ExperimentRule {
  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    if (!spec.algorithm().algorithmName().equals("pbt")) {
      return;
    }
    List<Parameter> parameters = spec.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (parameter.isNumber() && parameter.feasibleSpace().step().isEmpty()) {
        JsonPointer at = SPEC.appendProperty("parameters").appendIndex(i);
        findings.warning(
            "pbt-step",
            at.appendProperty("feasibleSpace").appendProperty("step"),
            "is missing; pbt walks in steps",
            "write step: \"0.01\", or choose another algorithm");
      }
    }
    if (spec.resumePolicy().filter(ExperimentSpec.ResumePolicy.FROM_VOLUME::equals).isEmpty()) {
      findings.warning(
          "pbt-volume",
          SPEC.appendProperty("resumePolicy"),
          "pbt hands checkpoints from trial to trial on a volume, which this policy has none of",
          "write resumePolicy: FromVolume");
    }
  }
}
