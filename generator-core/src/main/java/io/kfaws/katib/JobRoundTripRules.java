package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Formatted;
import java.util.List;
import java.util.Map;

/**
 * The batch/v1 Job of a trial comes back as it is written: the webhook converts it into Go's types
 * and back, and refuses it where that changes or loses a value (Katib, {@code
 * pkg/webhook/v1beta1/experiment/validator/validator.go}, {@code validatePatchJob}).
 */
final class JobRoundTripRules implements ExperimentRule {
  private static final String SCHEMA = "katib/job.schema.json";
  private static final String DEFS = "#/$defs/";
  private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
  private static final JobKeys KEYS = JobKeys.read();

  private final Schemas schemas;
  private final KatibFacts facts;

  /** Keys that the webhook's Kubernetes does not have, by definition. */
  private final Map<String, List<String>> unknown;

  JobRoundTripRules(Schemas schemas, KatibFacts facts) {
    this.schemas = schemas;
    this.facts = facts;
    unknown = KEYS.unknownTo(facts.kubernetes());
  }

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    experiment
        .spec()
        .trialTemplate()
        .trialSpec()
        .filter(TrialTemplate::isJob)
        .ifPresent(
            job ->
                new Walk(schemas.tree(SCHEMA).path("$defs"), findings)
                    .value(job, schemas.tree(SCHEMA), TRIAL));
  }

  /** A walk through a Job beside its schema. */
  private final class Walk {
    private final JsonNode definitions;
    private final ExperimentFindings findings;

    Walk(JsonNode definitions, ExperimentFindings findings) {
      this.definitions = definitions;
      this.findings = findings;
    }

    void value(JsonNode value, JsonNode form, JsonPointer at) {
      String definition = definition(form);
      JsonNode resolved = definition.isEmpty() ? form : definitions.path(definition);
      if (definition.equals(QUANTITY)) {
        quantity(value, at);
      } else if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          value(value.get(i), resolved.path("items"), at.appendIndex(i));
        }
      } else if (value instanceof ObjectNode mapping) {
        for (var entry : mapping.properties()) {
          key(entry, definition, resolved, at.appendProperty(entry.getKey()));
        }
      }
    }

    private void key(
        Map.Entry<String, JsonNode> entry, String definition, JsonNode around, JsonPointer at) {
      JsonNode form = around.path("properties").path(entry.getKey());
      if (unknown.getOrDefault(definition, List.of()).contains(entry.getKey())) {
        findings.error(
            "job-newer-key",
            at,
            "Katib "
                + facts.katib()
                + " knows the Job of Kubernetes "
                + facts.kubernetes()
                + ", which has no such key: its webhook refuses the experiment",
            "remove it, or install a release of Kubeflow with a newer Katib");
      } else if (form.isMissingNode()) {
        value(entry.getValue(), around.path("additionalProperties"), at);
      } else if (isZero(entry.getValue(), form) && !KEYS.keepsZero(definition, entry.getKey())) {
        findings.error(
            "job-zero-value",
            at,
            "Katib's webhook loses "
                + (entry.getValue().isContainerNode() ? "an empty " : "")
                + Formatted.value(entry.getValue()).replaceFirst("^an? ", "")
                + " when it converts the Job, and refuses the experiment",
            "remove the key: without it the value is the same");
      } else {
        value(entry.getValue(), form, at);
      }
    }

    /** Go omits zero texts, numbers, booleans, lists and maps; structures it keeps. */
    private boolean isZero(JsonNode value, JsonNode form) {
      String definition = definition(form);
      if (definition.contains(".")) {
        return false;
      }
      return value.isContainerNode()
          ? value.isEmpty()
          : value.isNumber()
              ? value.decimalValue().signum() == 0
              : value.isBoolean() ? !value.booleanValue() : value.asText().isEmpty();
    }

    private static String definition(JsonNode form) {
      String reference = form.path("$ref").asText();
      return reference.startsWith(DEFS) ? reference.substring(DEFS.length()) : "";
    }

    private void quantity(JsonNode value, JsonPointer at) {
      String path = at.toString();
      if (path.contains("/resources/limits/") || path.contains("/resources/requests/")) {
        return; // the webhook passes over these
      }
      String canonical = Quantity.canonical(value.asText());
      if (!value.isTextual() || !value.textValue().equals(canonical)) {
        findings.error(
            "job-quantity",
            at,
            "Katib's webhook converts "
                + Formatted.value(value)
                + " into \""
                + canonical
                + "\", and refuses the experiment because the two differ",
            "write \"" + canonical + "\", in quotes");
      }
    }
  }
}
