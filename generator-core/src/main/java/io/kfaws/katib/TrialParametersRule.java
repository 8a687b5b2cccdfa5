package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.TrialTemplate.TrialParameter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Each trial parameter has a name of its own, and refers to something of its own that is there. */
final class TrialParametersRule implements ExperimentRule {
  static final JsonPointer TRIAL_PARAMETERS = TEMPLATE.appendProperty("trialParameters");

  /**
   * What is known of the trial itself (Katib, {@code TrialTemplateMetaKeys} in consts/const.go).
   */
  private static final Pattern OF_THE_TRIAL =
      Pattern.compile(
          "\\$\\{trialSpec\\.(Name|Namespace|Kind|APIVersion|(Annotations|Labels)\\[.+])}");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    List<String> parameters = experiment.spec().parameters().stream().map(Parameter::name).toList();
    List<TrialParameter> given = experiment.spec().trialTemplate().trialParameters();
    Set<String> names = new HashSet<>();
    Set<String> references = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      TrialParameter parameter = given.get(i);
      JsonPointer at = TRIAL_PARAMETERS.appendIndex(i);
      if (!names.add(parameter.name())) {
        findings.error(
            "duplicate-trial-parameter",
            at.appendProperty("name"),
            "a trial parameter of the name " + parameter.name() + " stands above",
            "give it another name, or remove it");
      }
      if (!references.add(parameter.reference())) {
        findings.error(
            "duplicate-reference",
            at.appendProperty("reference"),
            parameter.reference() + " is referred to above",
            "a trial parameter can stand in the template several times; use the other one");
      }
      // The parameters of a search for an architecture come from its algorithm's service.
      boolean isMissing =
          !parameters.isEmpty()
              && !parameters.contains(parameter.reference())
              && !OF_THE_TRIAL.matcher(parameter.reference()).matches();
      if (isMissing) {
        findings.error(
            "unknown-reference",
            at.appendProperty("reference"),
            "there is no parameter " + parameter.reference(),
            parameter.reference().startsWith("${")
                ? "of the trial itself there are ${trialSpec.Name}, Namespace, Kind, APIVersion,"
                    + " Annotations[key] and Labels[key]"
                : Words.meant(Optional.of(parameter.reference()), parameters, "parameters"));
      }
    }
  }
}
