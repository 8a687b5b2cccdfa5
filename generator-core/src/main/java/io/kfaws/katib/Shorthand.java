package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.text.Numbers;
import java.util.HashSet;
import java.util.Set;

/**
 * What need not be written in a spec, since it follows from the rest:
 *
 * <ul>
 *   <li>quotes around numbers, in feasible spaces and settings;
 *   <li>the Job: {@code trialTemplate.job} ({@link TrialJob}) instead of {@code trialSpec};
 *   <li>{@code primaryContainerName} beside a job;
 *   <li>trial parameters that have the name of the parameter that they refer to.
 * </ul>
 *
 * <p>What else is not of its form stays as it is, for the validator to find.
 */
public final class Shorthand {
  /** The key under {@code trialTemplate} that stands for a Job. */
  public static final String JOB = "job";

  /** The schema of a job, below {@code schemas/}. */
  public static final String SCHEMA = "katib/trial-job.schema.json";

  private Shorthand() {}

  /**
   * A copy of a spec, written out.
   *
   * @throws IllegalStateException if its job is not of the form of {@link #SCHEMA}
   */
  public static ObjectNode expand(ObjectNode spec) {
    ObjectNode whole = spec.deepCopy();
    numbers(whole.path("parameters"));
    whole
        .path("nasConfig")
        .path("operations")
        .forEach(operation -> numbers(operation.path("parameters")));
    settings(whole.path("algorithm"));
    settings(whole.path("earlyStopping"));
    if (whole.path("trialTemplate") instanceof ObjectNode template) {
      job(template);
      declare(template, whole.path("parameters"));
    }
    return whole;
  }

  private static void numbers(JsonNode parameters) {
    for (JsonNode parameter : parameters) {
      if (parameter.path("feasibleSpace") instanceof ObjectNode space) {
        text(space, "min");
        text(space, "max");
        text(space, "step");
        texts(space.path("list"));
      }
    }
  }

  private static void settings(JsonNode algorithm) {
    for (JsonNode setting : algorithm.path("algorithmSettings")) {
      if (setting instanceof ObjectNode object) {
        text(object, "value");
      }
    }
  }

  private static void text(ObjectNode object, String key) {
    if (object.path(key).isNumber()) {
      object.put(key, text(object.path(key)));
    }
  }

  private static void texts(JsonNode list) {
    if (list instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).isNumber()) {
          items.set(i, text(items.get(i)));
        }
      }
    }
  }

  /** A number as people write it, without an exponent. */
  private static String text(JsonNode number) {
    return Numbers.text(number.decimalValue());
  }

  private static void job(ObjectNode template) {
    if (template.has("trialSpec") || !(template.path(JOB) instanceof ObjectNode given)) {
      return;
    }
    if (!template.has("primaryContainerName")) {
      template.put("primaryContainerName", TrialJob.CONTAINER);
    }
    texts(given.path("command"));
    texts(given.path("args"));
    String container = template.path("primaryContainerName").asText();
    template.set("trialSpec", Trees.bind(given, TrialJob.class).tree(container));
    template.remove(JOB);
  }

  /** Declares what the template asks for under the name of a parameter. */
  private static void declare(ObjectNode template, JsonNode parameters) {
    JsonNode given = template.path("trialParameters");
    if (!template.has("trialSpec") || !(given.isMissingNode() || given.isArray())) {
      return;
    }
    ArrayNode all = template.withArrayProperty("trialParameters");
    Set<String> taken = new HashSet<>();
    for (JsonNode parameter : all) {
      taken.add(parameter.path("name").asText());
      taken.add(parameter.path("reference").asText());
    }
    Set<String> wanted = Placeholders.in(template.path("trialSpec")).keySet();
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asText();
      if (wanted.contains(name) && taken.add(name)) {
        all.addObject().put("name", name).put("reference", name);
      }
    }
  }
}
