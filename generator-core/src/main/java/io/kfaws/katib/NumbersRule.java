package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters are ones that an algorithm can try: their names differ, and what should be a
 * number is one. The webhook takes any text (Katib's suggestion services parse it, for example
 * {@code pkg/suggestion/v1beta1/internal/search_space.py}).
 */
final class NumbersRule implements ExperimentRule {
  private static final String RULE = "feasible-number";

  @Override
  public void validate(Experiment experiment, Findings findings) {
    List<Parameter> parameters = experiment.spec().parameters();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      JsonPointer at = SPEC.appendProperty("parameters").appendIndex(i);
      if (!names.add(parameter.name())) {
        findings.warning(
            "duplicate-parameter",
            at.appendProperty("name"),
            "a parameter of the name " + parameter.name() + " stands above",
            "give it another name, or remove it");
      }
      if (parameter.parameterType() == Parameter.Type.UNKNOWN) {
        findings.warning(
            "unknown-parameter-type",
            at.appendProperty("parameterType"),
            "no algorithm can try a parameter of type unknown",
            "write double, int, discrete or categorical");
      } else if (parameter.isNumber()) {
        validate(parameter, at.appendProperty("feasibleSpace"), findings);
      }
    }
  }

  private static void validate(Parameter parameter, JsonPointer at, Findings findings) {
    FeasibleSpace space = parameter.feasibleSpace();
    Optional<BigDecimal> min = number(space.min(), "min", parameter, at, findings);
    Optional<BigDecimal> max = number(space.max(), "max", parameter, at, findings);
    Optional<BigDecimal> step = number(space.step(), "step", parameter, at, findings);
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      findings.warning(
          RULE, at.appendProperty("min"), "is larger than max", "exchange min and max");
    }
    if (step.filter(width -> width.signum() <= 0).isPresent()) {
      findings.warning(
          RULE,
          at.appendProperty("step"),
          "is not above 0",
          "write the distance of two values: \"0.01\"");
    }
    if (isLogarithmic(space) && min.filter(least -> least.signum() <= 0).isPresent()) {
      findings.warning(
          RULE,
          at.appendProperty("min"),
          "has no logarithm, which the distribution needs",
          "write a min above 0, or another distribution");
    }
  }

  private static boolean isLogarithmic(FeasibleSpace space) {
    return space.distribution().filter(FeasibleSpace.Distribution::isLogarithmic).isPresent();
  }

  private static Optional<BigDecimal> number(
      Optional<String> text, String key, Parameter parameter, JsonPointer at, Findings findings) {
    Optional<String> given = text.filter(t -> !t.isEmpty());
    Optional<BigDecimal> number = given.flatMap(Numbers::in);
    boolean whole = parameter.parameterType() == Parameter.Type.INT;
    boolean fits =
        whole ? given.filter(t -> t.matches("[+-]?[0-9]+")).isPresent() : number.isPresent();
    if (given.isPresent() && !fits) {
      findings.warning(
          RULE,
          at.appendProperty(key),
          "\"" + given.get() + "\" is not a " + (whole ? "whole number" : "number"),
          whole
              ? "write a whole number in quotes, or make the parameter a double"
              : "write a number in quotes");
    }
    return number;
  }
}
