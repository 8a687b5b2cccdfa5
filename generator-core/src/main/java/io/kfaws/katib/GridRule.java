package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A grid is finite, and there are no more trials than it has points (Katib, {@code
 * pkg/suggestion/v1beta1/optuna/service.py} and {@code internal/search_space.py}).
 */
final class GridRule implements ExperimentRule {
  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    if (!spec.algorithm().algorithmName().equals("grid")) {
      return;
    }
    List<Parameter> parameters = spec.parameters();
    Optional<BigInteger> points = Optional.of(BigInteger.ONE);
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (parameter.parameterType() == Parameter.Type.DOUBLE
          && parameter.feasibleSpace().step().isEmpty()) {
        JsonPointer at = SPEC.appendProperty("parameters").appendIndex(i);
        findings.warning(
            "grid-step",
            at.appendProperty("feasibleSpace").appendProperty("step"),
            "is missing; a grid has steps",
            "write step: \"0.01\", or choose another algorithm");
      }
      points = points.flatMap(product -> points(parameter).map(product::multiply));
    }
    BigInteger trials = BigInteger.valueOf(spec.maxTrialCount().orElse(0));
    if (points.filter(all -> trials.compareTo(all) > 0).isPresent()) {
      findings.warning(
          "grid-points",
          SPEC.appendProperty("maxTrialCount"),
          "there are more trials than the " + points.get() + " points of the grid",
          "write at most " + points.get() + ", or make the steps smaller");
    }
  }

  /** How many values a parameter has on the grid; absent if that cannot be told. */
  private static Optional<BigInteger> points(Parameter parameter) {
    FeasibleSpace space = parameter.feasibleSpace();
    if (!parameter.isNumber()) {
      return Optional.of(BigInteger.valueOf(space.list().size()));
    }
    boolean whole = parameter.parameterType() == Parameter.Type.INT;
    Optional<String> step = space.step().or(() -> whole ? Optional.of("1") : Optional.empty());
    Optional<BigDecimal> min = space.min().flatMap(Numbers::in);
    Optional<BigDecimal> max = space.max().flatMap(Numbers::in);
    Optional<BigDecimal> width = step.flatMap(Numbers::in).filter(number -> number.signum() > 0);
    if (min.isEmpty() || max.isEmpty() || width.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal range = max.get().subtract(min.get());
    BigInteger steps = range.divide(width.get(), 0, RoundingMode.FLOOR).toBigInteger();
    return Optional.of(steps.add(BigInteger.ONE).max(BigInteger.ZERO));
  }
}
