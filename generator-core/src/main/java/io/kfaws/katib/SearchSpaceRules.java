package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.FeasibleSpace.Distribution;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * There is one search space; each parameter has a name of its own and the values that its type
 * needs, and what should be a number is one. Of numbers the webhook takes any text; Katib's
 * services parse it (for example {@code pkg/suggestion/v1beta1/internal/search_space.py}).
 */
final class SearchSpaceRules implements ExperimentRule {
  private final KatibFacts facts;

  SearchSpaceRules(KatibFacts facts) {
    this.facts = facts;
  }

  private static final JsonPointer PARAMETERS = SPEC.appendProperty("parameters");
  private static final String SPACE = "feasible-space";
  private static final String IGNORED = "distribution-ignored";
  private static final String NUMBER = "feasible-number";

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    List<Parameter> parameters = experiment.spec().parameters();
    one(parameters, experiment.spec().nasConfig().isPresent(), findings);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      JsonPointer at = PARAMETERS.appendIndex(i);
      if (!names.add(parameter.name())) {
        findings.warning(
            "duplicate-parameter",
            at.appendProperty("name"),
            "a parameter of the name " + parameter.name() + " is above",
            "give it another name, or remove it");
      }
      if (parameter.parameterType() == Parameter.Type.UNKNOWN) {
        findings.warning(
            "unknown-parameter-type",
            at.appendProperty("parameterType"),
            "no algorithm can try a parameter of type unknown",
            "write double, int, discrete or categorical");
      }
      JsonPointer space = at.appendProperty("feasibleSpace");
      keys(parameter, space, findings);
      parameter
          .feasibleSpace()
          .distribution()
          .ifPresent(
              by ->
                  distribution(
                      by,
                      parameter,
                      experiment.spec().algorithm().algorithmName(),
                      space.appendProperty("distribution"),
                      findings));
      if (parameter.isNumber()) {
        numbers(parameter, space, findings);
      }
    }
  }

  /** A distribution is one that the algorithm's service samples by; Katib fills in uniform. */
  private void distribution(
      Distribution by,
      Parameter parameter,
      String algorithm,
      JsonPointer at,
      ExperimentFindings findings) {
    Optional<Distribution> usual = facts.defaults().distribution();
    if (usual.isEmpty()) {
      findings.warning(
          IGNORED,
          at,
          "Katib " + facts.katib() + " has no distributions and ignores this one",
          "remove it, or install a release of Kubeflow with Katib 0.18 or newer");
      return;
    }
    Optional<AlgorithmFacts> known =
        Optional.ofNullable(facts.algorithms().search().get(algorithm));
    if (known.isEmpty() || by.equals(usual.get())) {
      return;
    }
    if (!parameter.isNumber()) {
      findings.warning(
          IGNORED,
          at,
          "a parameter of type " + parameter.parameterType() + " has no distribution",
          "remove it");
    } else if (known.get().dropped().contains(by)) {
      findings.warning(
          "distribution-dropped",
          at,
          algorithm + " leaves the parameter out of its suggestions, so that no trial starts",
          "write one that it samples by: " + samplesBy(known.get(), parameter));
    } else if (!known.get().samples(parameter.parameterType()).contains(by)) {
      findings.warning(
          IGNORED,
          at,
          algorithm
              + " ignores the distribution of a parameter of type "
              + parameter.parameterType(),
          "remove it, or choose an algorithm that samples by it: random or tpe");
    }
  }

  private static String samplesBy(AlgorithmFacts algorithm, Parameter parameter) {
    return algorithm.samples(parameter.parameterType()).stream()
        .map(by -> Trees.of(by).asText())
        .collect(Collectors.joining(", "));
  }

  private static void one(List<Parameter> parameters, boolean nas, ExperimentFindings findings) {
    if (parameters.isEmpty() && !nas) {
      findings.error(
          "search-space",
          PARAMETERS,
          "there is nothing to search",
          "write parameters, or a nasConfig to search for an architecture");
    }
    if (!parameters.isEmpty() && nas) {
      findings.error(
          "search-space",
          SPEC.appendProperty("nasConfig"),
          "is given together with parameters; an experiment searches one of them",
          "keep parameters or nasConfig");
    }
  }

  private static void keys(Parameter parameter, JsonPointer at, ExperimentFindings findings) {
    FeasibleSpace space = parameter.feasibleSpace();
    switch (parameter.parameterType()) {
      case INT, DOUBLE -> {
        if (!space.list().isEmpty()) {
          findings.error(
              SPACE,
              at.appendProperty("list"),
              "a parameter of type " + parameter.parameterType() + " has no list",
              "write min and max, or make it discrete");
        }
        require(space.min(), "min", at, findings);
        require(space.max(), "max", at, findings);
      }
      case DISCRETE, CATEGORICAL -> {
        if (space.list().isEmpty()) {
          findings.error(
              SPACE,
              at.appendProperty("list"),
              "there is no value to choose",
              "write list: with at least one value");
        }
        refuse(space.min(), "min", parameter, at, findings);
        refuse(space.max(), "max", parameter, at, findings);
        refuse(space.step(), "step", parameter, at, findings);
      }
      case UNKNOWN -> {
        if (space.list().isEmpty() && isEmpty(space.min()) && isEmpty(space.max())) {
          findings.error(SPACE, at, "is empty", "write the values that the parameter can have");
        }
      }
    }
  }

  private static boolean isEmpty(Optional<String> text) {
    return text.filter(t -> !t.isEmpty()).isEmpty();
  }

  private static void require(
      Optional<String> text, String key, JsonPointer at, ExperimentFindings findings) {
    if (isEmpty(text)) {
      findings.error(
          SPACE,
          at.appendProperty(key),
          "is missing",
          "a number's space has min and max, both in quotes");
    }
  }

  private static void refuse(
      Optional<String> text,
      String key,
      Parameter parameter,
      JsonPointer at,
      ExperimentFindings findings) {
    if (!isEmpty(text)) {
      findings.error(
          SPACE,
          at.appendProperty(key),
          "a parameter of type " + parameter.parameterType() + " has no " + key,
          "write its values as list, or make it an int or a double");
    }
  }

  private static void numbers(Parameter parameter, JsonPointer at, ExperimentFindings findings) {
    FeasibleSpace space = parameter.feasibleSpace();
    Optional<BigDecimal> min = number(space.min(), "min", parameter, at, findings);
    Optional<BigDecimal> max = number(space.max(), "max", parameter, at, findings);
    Optional<BigDecimal> step = number(space.step(), "step", parameter, at, findings);
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      findings.warning(
          NUMBER, at.appendProperty("min"), "is larger than max", "exchange min and max");
    }
    if (step.filter(width -> width.signum() <= 0).isPresent()) {
      findings.warning(
          NUMBER,
          at.appendProperty("step"),
          "is not above 0",
          "write the distance of two values: \"0.01\"");
    }
    if (isLogarithmic(space) && min.filter(least -> least.signum() <= 0).isPresent()) {
      findings.warning(
          NUMBER,
          at.appendProperty("min"),
          "has no logarithm, which the distribution needs",
          "write a min above 0, or another distribution");
    }
  }

  private static boolean isLogarithmic(FeasibleSpace space) {
    return space.distribution().filter(FeasibleSpace.Distribution::isLogarithmic).isPresent();
  }

  private static Optional<BigDecimal> number(
      Optional<String> text,
      String key,
      Parameter parameter,
      JsonPointer at,
      ExperimentFindings findings) {
    Optional<String> given = text.filter(t -> !t.isEmpty());
    Optional<BigDecimal> number = given.flatMap(Numbers::in);
    boolean whole = parameter.parameterType() == Parameter.Type.INT;
    boolean fits =
        whole ? given.filter(t -> t.matches("[+-]?[0-9]+")).isPresent() : number.isPresent();
    if (given.isPresent() && !fits) {
      findings.warning(
          NUMBER,
          at.appendProperty(key),
          "\"" + given.get() + "\" is not a " + (whole ? "whole number" : "number"),
          whole
              ? "write a whole number in quotes, or make the parameter a double"
              : "write a number in quotes");
    }
    return number;
  }
}
