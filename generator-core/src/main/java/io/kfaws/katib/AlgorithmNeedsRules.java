package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the service of an algorithm wants of the search space and of the experiment, beyond its own
 * settings; an experiment without it fails when it starts. Which algorithm is under which rule is
 * data ({@code needs}), where the source is, too.
 *
 * @param facts which algorithm is under which rule
 */
record AlgorithmNeedsRules(KatibFacts facts) implements ExperimentRule {
  private static final JsonPointer PARAMETERS = SPEC.appendProperty("parameters");
  private static final JsonPointer SETTINGS =
      JsonPointer.compile("/spec/algorithm/algorithmSettings");

  /** How many numbers CMA-ES needs at least. */
  private static final int NUMBERS = 2;

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    ExperimentSpec spec = experiment.spec();
    Algorithm algorithm = spec.algorithm();
    Optional.ofNullable(facts.algorithms().search().get(algorithm.algorithmName()))
        .ifPresent(known -> validate(spec, algorithm, known, findings));
  }

  private static void validate(
      ExperimentSpec spec, Algorithm algorithm, AlgorithmFacts known, ExperimentFindings findings) {
    String name = algorithm.algorithmName();
    if (known.needs("grid-step")) {
      steps("grid-step", Set.of(Parameter.Type.DOUBLE), "a grid has steps", spec, findings);
    }
    if (known.needs("pbt-step")) {
      steps(
          "pbt-step",
          Set.of(Parameter.Type.DOUBLE, Parameter.Type.INT),
          name + " walks in steps",
          spec,
          findings);
    }
    if (known.needs("grid-points")) {
      points(spec, findings);
    }
    if (known.needs("log-scale-min")) {
      positive(spec, findings);
    }
    if (known.needs("cmaes-parameters")) {
      numbers(spec, findings);
    }
    if (known.needs("hyperband-resource")) {
      resource(spec, findings);
    }
    if (known.needs("hyperband-parallel")) {
      parallel(spec, known, findings);
    }
    if (known.needs("pbt-volume")) {
      volume(spec, findings);
    }
  }

  private static void steps(
      String rule,
      Set<Parameter.Type> types,
      String reason,
      ExperimentSpec spec,
      ExperimentFindings findings) {
    for (int i = 0; i < spec.parameters().size(); i++) {
      Parameter parameter = spec.parameters().get(i);
      if (types.contains(parameter.parameterType()) && parameter.feasibleSpace().step().isEmpty()) {
        JsonPointer space = PARAMETERS.appendIndex(i).appendProperty("feasibleSpace");
        findings.warning(
            rule,
            space.appendProperty("step"),
            "is missing; " + reason,
            "write step: \"0.01\", or choose another algorithm");
      }
    }
  }

  /** A scale of logarithms begins above 0. */
  private static void positive(ExperimentSpec spec, ExperimentFindings findings) {
    for (int i = 0; i < spec.parameters().size(); i++) {
      Parameter parameter = spec.parameters().get(i);
      Optional<String> min = parameter.feasibleSpace().min();
      if (parameter.parameterType() == Parameter.Type.DOUBLE
          && min.flatMap(Numbers::in).filter(least -> least.signum() <= 0).isPresent()) {
        findings.warning(
            "log-scale-min",
            PARAMETERS.appendIndex(i).appendProperty("feasibleSpace").appendProperty("min"),
            spec.algorithm().algorithmName()
                + " takes the logarithm of each double, so that from "
                + min.get()
                + " it suggests no number (NaN)",
            "write a min above 0, such as \"0.0001\", or choose another algorithm");
      }
    }
  }

  /** A grid is finite, and there are no more trials than it has points. */
  private static void points(ExperimentSpec spec, ExperimentFindings findings) {
    Optional<BigInteger> points = Optional.of(BigInteger.ONE);
    for (Parameter parameter : spec.parameters()) {
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

  private static void numbers(ExperimentSpec spec, ExperimentFindings findings) {
    if (spec.parameters().stream().filter(Parameter::isNumber).count() < NUMBERS) {
      findings.warning(
          "cmaes-parameters",
          PARAMETERS,
          spec.algorithm().algorithmName()
              + " does not start with fewer than two parameters of type int or double",
          "add one, or choose another algorithm");
    }
  }

  /** Hyperband can hand out its resource. */
  private static void resource(ExperimentSpec spec, ExperimentFindings findings) {
    Algorithm algorithm = spec.algorithm();
    List<String> parameters = spec.parameters().stream().map(Parameter::name).toList();
    int resource = algorithm.indexOf("resource_name");
    if (resource >= 0) {
      String name = algorithm.algorithmSettings().get(resource).value();
      if (!parameters.contains(name)) {
        findings.warning(
            "hyperband-resource",
            SETTINGS.appendIndex(resource).appendProperty("value"),
            algorithm.algorithmName() + "'s resource " + name + " is not a parameter",
            ExperimentFindings.meant(name, parameters, "parameters"));
      }
    }
  }

  /** Hyperband starts a whole bracket of trials at a time. */
  private static void parallel(
      ExperimentSpec spec, AlgorithmFacts known, ExperimentFindings findings) {
    long bracket = bracket(spec.algorithm(), known);
    if (spec.parallelTrialCount().filter(parallel -> parallel < bracket).isPresent()) {
      findings.warning(
          "hyperband-parallel",
          SPEC.appendProperty("parallelTrialCount"),
          spec.algorithm().algorithmName()
              + " starts "
              + bracket
              + " trials at a time with this r_l and eta",
          "write parallelTrialCount: " + bracket + " or more, or a smaller r_l");
    }
  }

  /** How many trials the largest bracket has; 0 if the settings do not tell. */
  private static long bracket(Algorithm algorithm, AlgorithmFacts known) {
    Optional<BigDecimal> most = algorithm.value("r_l").flatMap(Numbers::in);
    Optional<BigDecimal> eta =
        algorithm
            .value("eta")
            .or(
                () ->
                    Optional.ofNullable(known.settings().get("eta")).flatMap(SettingForm::ifAbsent))
            .flatMap(Numbers::in);
    if (most.filter(r -> r.signum() > 0).isEmpty() || eta.filter(e -> e.intValue() > 1).isEmpty()) {
      return 0;
    }
    int base = eta.get().intValue();
    // In binary floating point, as the service computes it.
    int rounds = (int) (Math.log(most.get().doubleValue()) / Math.log(base));
    return (long) Math.ceil(Math.pow(base, rounds));
  }

  /** Population based training keeps its checkpoints on a volume. */
  private static void volume(ExperimentSpec spec, ExperimentFindings findings) {
    if (spec.resumePolicy().filter(ExperimentSpec.ResumePolicy.FROM_VOLUME::equals).isEmpty()) {
      findings.warning(
          "pbt-volume",
          SPEC.appendProperty("resumePolicy"),
          spec.algorithm().algorithmName()
              + " hands checkpoints from trial to trial on a volume, which this policy has none of",
          "write resumePolicy: FromVolume");
    }
  }
}
