package io.kfaws.katib;

/** CMA-ES needs two numbers at least (Katib, {@code pkg/suggestion/v1beta1/goptuna/service.go}). */
final class CmaesRule implements ExperimentRule {
  private static final int LEAST = 2;

  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    if (spec.algorithm().algorithmName().equals("cmaes")
        && spec.parameters().stream().filter(Parameter::isNumber).count() < LEAST) {
      findings.warning(
          "cmaes-parameters",
          SPEC.appendProperty("parameters"),
          "cmaes does not start with fewer than two parameters of type int or double",
          "add one, or choose another algorithm");
    }
  }
}
