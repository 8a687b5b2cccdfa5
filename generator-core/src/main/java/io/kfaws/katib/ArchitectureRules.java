package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.NasConfig.GraphConfig;
import io.kfaws.katib.NasConfig.Operation;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A nasConfig goes to an algorithm that searches the architecture of a neural network, and has what
 * that needs (Katib, {@code pkg/suggestion/v1beta1/nas/common/validation.py} and {@code
 * nas/enas/service.py}).
 *
 * @param facts the algorithms
 */
record ArchitectureRules(KatibFacts facts) implements ExperimentRule {
  private static final String ALGORITHM = "nas-algorithm";
  private static final JsonPointer NAS = JsonPointer.compile("/spec/nasConfig");

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    ExperimentSpec spec = experiment.spec();
    String name = spec.algorithm().algorithmName();
    Optional<AlgorithmFacts> known = Optional.ofNullable(facts.algorithms().search().get(name));
    if (known.isEmpty()) {
      return;
    }
    Optional<NasConfig> nas = spec.nasConfig();
    boolean searches = known.get().needs(ALGORITHM);
    if (searches != nas.isPresent()) {
      findings.warning(
          ALGORITHM,
          SPEC.appendProperty("algorithm").appendProperty("algorithmName"),
          name + (searches ? " searches a nasConfig" : " does not search a nasConfig"),
          searches
              ? "write a nasConfig, or choose another algorithm"
              : "choose "
                  + String.join(" or ", facts.algorithms().needing(ALGORITHM))
                  + ", or write parameters");
    }
    if (nas.isPresent() && known.get().needs("nas-graph")) {
      graph(name, nas.get().graphConfig(), findings);
    }
    if (nas.isPresent() && known.get().needs("nas-operation")) {
      operations(nas.get().operations(), findings);
    }
  }

  private static void graph(String algorithm, GraphConfig graph, ExperimentFindings findings) {
    require(graph.numLayers().isPresent(), "numLayers", algorithm, findings);
    require(!graph.inputSizes().isEmpty(), "inputSizes", algorithm, findings);
    require(!graph.outputSizes().isEmpty(), "outputSizes", algorithm, findings);
  }

  private static void require(
      boolean present, String key, String algorithm, ExperimentFindings findings) {
    if (!present) {
      findings.warning(
          "nas-graph",
          NAS.appendProperty("graphConfig").appendProperty(key),
          "is missing; " + algorithm + " does not start without it",
          "write graphConfig: {numLayers: 8, inputSizes: [32, 32, 3], outputSizes: [10]}");
    }
  }

  private static void operations(List<Operation> operations, ExperimentFindings findings) {
    for (int i = 0; i < operations.size(); i++) {
      JsonPointer at = NAS.appendProperty("operations").appendIndex(i).appendProperty("parameters");
      List<Parameter> parameters = operations.get(i).parameters();
      if (parameters.isEmpty()) {
        warn(at, "an operation has nothing to search", "add a parameter", findings);
      }
      for (int j = 0; j < parameters.size(); j++) {
        space(parameters.get(j), at.appendIndex(j).appendProperty("feasibleSpace"), findings);
      }
    }
  }

  private static void space(Parameter parameter, JsonPointer at, ExperimentFindings findings) {
    FeasibleSpace space = parameter.feasibleSpace();
    if (!parameter.isNumber()) {
      if (space.list().isEmpty()) {
        warn(
            at.appendProperty("list"),
            "there is no value to choose",
            "write list: [\"3\", \"5\"]",
            findings);
      }
      return;
    }
    if (space.min().isEmpty() && space.max().isEmpty()) {
      warn(
          at.appendProperty("min"),
          "is missing, and so is max",
          "write min and max, in quotes",
          findings);
    }
    Optional<BigDecimal> step = space.step().flatMap(Numbers::in);
    if (parameter.parameterType() == Parameter.Type.DOUBLE
        && step.filter(width -> width.signum() > 0).isEmpty()) {
      warn(at.appendProperty("step"), "is not a width above 0", "write step: \"0.1\"", findings);
    }
  }

  private static void warn(
      JsonPointer at, String message, String hint, ExperimentFindings findings) {
    findings.warning("nas-operation", at, message, hint);
  }
}
