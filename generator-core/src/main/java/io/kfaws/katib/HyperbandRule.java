package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Hyperband can hand out its resource, and starts a whole bracket of trials at a time (Katib,
 * {@code pkg/suggestion/v1beta1/hyperband/service.py}).
 */
final class HyperbandRule implements ExperimentRule {
  private static final JsonPointer SETTINGS =
      JsonPointer.compile("/spec/algorithm/algorithmSettings");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    Algorithm algorithm = spec.algorithm();
    if (!algorithm.algorithmName().equals("hyperband")) {
      return;
    }
    List<String> parameters = spec.parameters().stream().map(Parameter::name).toList();
    int resource = algorithm.indexOf("resource_name");
    if (resource >= 0) {
      String name = algorithm.algorithmSettings().get(resource).value();
      if (!parameters.contains(name)) {
        findings.warning(
            "hyperband-resource",
            SETTINGS.appendIndex(resource).appendProperty("value"),
            "hyperband's resource " + name + " is not a parameter",
            Words.meant(Optional.of(name), parameters, "parameters"));
      }
    }
    long bracket = bracket(algorithm);
    if (spec.parallelTrialCount().orElse(Defaults.PARALLEL) < bracket) {
      findings.warning(
          "hyperband-parallel",
          SPEC.appendProperty("parallelTrialCount"),
          "hyperband starts " + bracket + " trials at a time with this r_l and eta",
          "write parallelTrialCount: " + bracket + " or more, or a smaller r_l");
    }
  }

  /** How many trials the largest bracket has; 0 if the settings do not tell. */
  private static long bracket(Algorithm algorithm) {
    Optional<BigDecimal> most = algorithm.value("r_l").flatMap(Numbers::in);
    Optional<BigDecimal> eta = Optional.of(algorithm.value("eta").orElse("3")).flatMap(Numbers::in);
    if (most.filter(r -> r.signum() > 0).isEmpty() || eta.filter(e -> e.intValue() > 1).isEmpty()) {
      return 0;
    }
    int base = eta.get().intValue();
    // In binary floating point, as the service computes it.
    int rounds = (int) (Math.log(most.get().doubleValue()) / Math.log(base));
    return (long) Math.ceil(Math.pow(base, rounds));
  }
}
