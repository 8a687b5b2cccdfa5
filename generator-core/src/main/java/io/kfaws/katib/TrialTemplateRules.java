package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.katib.KatibFacts.TrialReferences;
import io.kfaws.katib.TrialTemplate.TrialParameter;
import io.kfaws.text.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Katib can make trials of the template: it has one source, known ends and an object that Katib can
 * name itself; its trial parameters refer to what is there and stand in the object; and each
 * parameter goes into it. Otherwise no trial is ever created, and nothing says so at the experiment
 * (Katib, {@code pkg/controller.v1beta1/experiment/manifest/generator.go}). And Flux leaves alone
 * what trials fill in.
 */
final class TrialTemplateRules implements ExperimentRule {
  private static final JsonPointer TRIAL_PARAMETERS = TEMPLATE.appendProperty("trialParameters");

  private final TrialReferences references;

  /** What is known of the trial itself. */
  private final Pattern ofTheTrial;

  /** A key of one of its mappings. */
  private final Pattern ofAMap;

  TrialTemplateRules(KatibFacts facts) {
    references = facts.trialReferences();
    String maps = "(" + String.join("|", references.maps()) + ")\\[(.+)]";
    String values = String.join("|", references.values());
    ofTheTrial = Pattern.compile("\\$\\{trialSpec\\.(" + values + "|" + maps + ")}");
    ofAMap = Pattern.compile("\\$\\{trialSpec\\." + maps + "}");
  }

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    TrialTemplate template = experiment.spec().trialTemplate();
    List<Parameter> parameters = experiment.spec().parameters();
    source(template, findings);
    condition(template, template.successCondition(), "successCondition", findings);
    condition(template, template.failureCondition(), "failureCondition", findings);
    trialParameters(template.trialParameters(), parameters, findings);
    assignments(template.trialParameters(), parameters, findings);
    // What is in the cluster, in a ConfigMap, nobody can look into here.
    template
        .trialSpec()
        .ifPresent(
            trial -> {
              names(trial, findings);
              substitutions(trial, template.trialParameters(), parameters, findings);
              marks(trial, template.trialParameters(), findings);
            });
  }

  private static void source(TrialTemplate template, ExperimentFindings findings) {
    boolean isHere = template.trialSpec().isPresent();
    if (!isHere && template.configMap().isEmpty()) {
      findings.error(
          "trial-source",
          TRIAL,
          "is missing",
          "write the object that a trial creates as trialSpec, or name a configMap that holds it");
    }
    if (isHere && template.configMap().isPresent()) {
      findings.error(
          "trial-source",
          TEMPLATE.appendProperty("configMap"),
          "is given together with trialSpec; a template has one source",
          "keep trialSpec or configMap");
    }
  }

  private static void condition(
      TrialTemplate template, Optional<String> condition, String key, ExperimentFindings findings) {
    if (condition.isPresent()) {
      return;
    }
    String whose =
        template.kind().isEmpty() ? "a template in a ConfigMap" : "kind " + template.kind();
    findings.error(
        "trial-condition",
        TEMPLATE.appendProperty(key),
        "is missing; Katib knows none for " + whose,
        "write a GJSON path, for example " + Defaults.condition("Complete"));
  }

  private static void names(ObjectNode trial, ExperimentFindings findings) {
    for (String key : List.of("name", "namespace")) {
      if (trial.path("metadata").hasNonNull(key)) {
        findings.error(
            "trial-name",
            TRIAL.appendProperty("metadata").appendProperty(key),
            "each trial's object gets a " + key + " from Katib",
            "remove it");
      }
    }
  }

  /** Each has a name of its own, and refers to something of its own that is there. */
  private void trialParameters(
      List<TrialParameter> given, List<Parameter> parameters, ExperimentFindings findings) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    Set<String> names = new HashSet<>();
    Set<String> referred = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String name = given.get(i).name();
      String reference = given.get(i).reference();
      JsonPointer at = TRIAL_PARAMETERS.appendIndex(i);
      if (!names.add(name)) {
        findings.error(
            "duplicate-trial-parameter",
            at.appendProperty("name"),
            "a trial parameter of the name " + name + " is above",
            "give it another name, or remove it");
      }
      if (!referred.add(reference)) {
        findings.error(
            "duplicate-reference",
            at.appendProperty("reference"),
            reference + " is referred to above",
            "a trial parameter can stand in the template several times; use the other one");
      }
      // The parameters of a search for an architecture come from its algorithm's service.
      if (!known.isEmpty()
          && !known.contains(reference)
          && !ofTheTrial.matcher(reference).matches()) {
        findings.error(
            "unknown-reference",
            at.appendProperty("reference"),
            "there is no parameter " + reference,
            reference.startsWith("${")
                ? "of the trial itself there are " + ofTheTrial()
                : ExperimentFindings.meant(reference, known, "parameters"));
      }
    }
  }

  private String ofTheTrial() {
    List<String> maps = references.maps().stream().map(map -> map + "[key]").toList();
    return "${trialSpec."
        + references.values().get(0)
        + "}, "
        + String.join(", ", references.values().subList(1, references.values().size()))
        + ", "
        + String.join(" and ", maps);
  }

  /** Each parameter goes into the trial. */
  private static void assignments(
      List<TrialParameter> given, List<Parameter> parameters, ExperimentFindings findings) {
    List<String> referred = given.stream().map(TrialParameter::reference).toList();
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).name();
      if (!referred.contains(name)) {
        findings.warning(
            "unused-parameter",
            SPEC.appendProperty("parameters").appendIndex(i).appendProperty("name"),
            "no trial parameter refers to " + name + "; Katib makes no trial then",
            "put its value into the template, or remove it");
      }
    }
  }

  /** What the template asks for is declared, and what is declared is in it. */
  private static void substitutions(
      ObjectNode trial,
      List<TrialParameter> declared,
      List<Parameter> parameters,
      ExperimentFindings findings) {
    SortedMap<String, JsonPointer> wanted = Placeholders.in(trial);
    List<String> names = declared.stream().map(TrialParameter::name).toList();
    for (int i = 0; i < names.size(); i++) {
      if (!wanted.containsKey(names.get(i))) {
        findings.error(
            "unused-trial-parameter",
            TRIAL_PARAMETERS.appendIndex(i).appendProperty("name"),
            Placeholders.of(names.get(i)) + " does not stand in trialSpec",
            trial.toString().contains("$(trialParameters.")
                ? "trialSpec has $(trialParameters.…) with parentheses; write braces"
                : "put it where the value belongs, or remove the trial parameter");
      }
    }
    for (Map.Entry<String, JsonPointer> place : wanted.entrySet()) {
      if (!names.contains(place.getKey())) {
        findings.error(
            "undeclared-trial-parameter",
            TRIAL.append(place.getValue()),
            Placeholders.of(place.getKey()) + " is not among the trialParameters",
            declaration(place.getKey(), parameters, names));
      }
    }
  }

  private static String declaration(
      String name, List<Parameter> parameters, List<String> declared) {
    Set<String> candidates = new TreeSet<>(declared);
    parameters.forEach(parameter -> candidates.add(parameter.name()));
    return Nearest.to(name, candidates)
        .filter(near -> !near.equals(name))
        .map(near -> "did you mean " + Placeholders.of(near) + "?")
        .orElse("declare it: {name: " + name + ", reference: …}, with the name of a parameter");
  }

  /** The labels and annotations that Katib takes from the trial's object are there. */
  private void marks(ObjectNode trial, List<TrialParameter> given, ExperimentFindings findings) {
    for (int i = 0; i < given.size(); i++) {
      Matcher mark = ofAMap.matcher(given.get(i).reference());
      if (mark.matches() && !has(trial, mark.group(1), mark.group(2))) {
        findings.warning(
            "unknown-trial-label",
            TRIAL_PARAMETERS.appendIndex(i).appendProperty("reference"),
            "the trial's object has no such key; Katib makes no trial then",
            "add "
                + mark.group(2)
                + " to its metadata in trialSpec, or remove the trial parameter");
      }
    }
  }

  private static boolean has(ObjectNode trial, String map, String key) {
    return trial.path("metadata").path(map.toLowerCase(Locale.ROOT)).has(key);
  }
}
