package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/** There is one search space, and each parameter has the values that its type needs. */
final class SearchSpaceRule implements ExperimentRule {
  private static final String RULE = "feasible-space";

  @Override
  public void validate(Experiment experiment, Findings findings) {
    List<Parameter> parameters = experiment.spec().parameters();
    boolean nas = experiment.spec().nasConfig().isPresent();
    if (parameters.isEmpty() && !nas) {
      findings.error(
          "search-space",
          SPEC.appendProperty("parameters"),
          "there is nothing to search",
          "write parameters, or a nasConfig to search for an architecture");
    }
    if (!parameters.isEmpty() && nas) {
      findings.error(
          "search-space",
          SPEC.appendProperty("nasConfig"),
          "stands beside parameters; an experiment searches one of them",
          "keep parameters or nasConfig");
    }
    for (int i = 0; i < parameters.size(); i++) {
      validate(parameters.get(i), SPEC.appendProperty("parameters").appendIndex(i), findings);
    }
  }

  private static void validate(Parameter parameter, JsonPointer at, Findings findings) {
    FeasibleSpace space = parameter.feasibleSpace();
    JsonPointer where = at.appendProperty("feasibleSpace");
    switch (parameter.parameterType()) {
      case INT, DOUBLE -> {
        if (!space.list().isEmpty()) {
          findings.error(
              RULE,
              where.appendProperty("list"),
              "a parameter of type " + parameter.parameterType() + " has no list",
              "write min and max, or make it discrete");
        }
        require(space.min(), "min", where, findings);
        require(space.max(), "max", where, findings);
      }
      case DISCRETE, CATEGORICAL -> {
        if (space.list().isEmpty()) {
          findings.error(
              RULE,
              where.appendProperty("list"),
              "there is no value to choose",
              "write list: with at least one value");
        }
        refuse(space.min(), "min", parameter, where, findings);
        refuse(space.max(), "max", parameter, where, findings);
        refuse(space.step(), "step", parameter, where, findings);
      }
      case UNKNOWN -> {
        if (space.list().isEmpty() && isEmpty(space.min()) && isEmpty(space.max())) {
          findings.error(RULE, where, "is empty", "write the values that the parameter can have");
        }
      }
    }
  }

  private static boolean isEmpty(Optional<String> text) {
    return text.filter(t -> !t.isEmpty()).isEmpty();
  }

  private static void require(
      Optional<String> text, String key, JsonPointer where, Findings findings) {
    if (isEmpty(text)) {
      findings.error(
          RULE,
          where.appendProperty(key),
          "is missing",
          "a number's space has min and max, both in quotes");
    }
  }

  private static void refuse(
      Optional<String> text,
      String key,
      Parameter parameter,
      JsonPointer where,
      Findings findings) {
    if (!isEmpty(text)) {
      findings.error(
          RULE,
          where.appendProperty(key),
          "a parameter of type " + parameter.parameterType() + " has no " + key,
          "write its values as list, or make it an int or a double");
    }
  }
}
