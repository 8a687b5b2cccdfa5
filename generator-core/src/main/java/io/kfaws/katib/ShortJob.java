package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code job} of a spec in short: what it becomes ({@link TrialJob}) has the places and the
 * paths of the keys that it is made of.
 */
final class ShortJob {
  private static final JsonPointer AT = JsonPointer.compile("/trialTemplate/job");
  private static final JsonPointer SPEC = JsonPointer.compile("/spec");
  private static final JsonPointer POD =
      JsonPointer.compile("/spec/trialTemplate/trialSpec/spec/template/spec");
  private static final JsonPointer CONTAINER = POD.append(JsonPointer.compile("/containers/0"));

  private final Document outer;
  private final JsonPointer at;
  private final Places.Assembly places = new Places.Assembly();

  /** The paths of the job's keys in the spec, by the paths of what they become. */
  private final Map<String, String> paths = new HashMap<>();

  private ShortJob(Document outer, JsonPointer at) {
    this.outer = outer;
    this.at = at;
  }

  /**
   * The job of a spec, which may have none.
   *
   * @param specAt where the spec is
   * @throws KfawsException with all findings of its form
   */
  static ShortJob in(Schemas schemas, Document outer, JsonPointer specAt) {
    ShortJob job = new ShortJob(outer, specAt.append(AT));
    if (!outer.root().at(job.at).isMissingNode()) {
      job.validate(schemas);
      job.move();
    }
    return job;
  }

  private void validate(Schemas schemas) {
    Document job = new Document(outer.source(), outer.root().at(at), outer.places().below(at));
    String path = Document.path(at);
    List<Diagnostic> findings = new ArrayList<>();
    schemas
        .validate(Shorthand.SCHEMA, job)
        .forEach(found -> findings.add(found.withPath(Document.path(path, found.path()))));
    JsonNode template = outer.root().at(at.head());
    if (template.has("trialSpec") || template.has("configMap")) {
      findings.add(
          Diagnostic.error(
              "trial-source",
              outer.keyAt(at),
              path,
              "is given together with another template; a trial has one source",
              "keep one of job, trialSpec and configMap"));
    }
    KfawsException.throwIfErrors(findings);
  }

  private void move() {
    becomes(JsonPointer.empty(), CONTAINER);
    JsonPointer account = JsonPointer.compile("/serviceAccountName");
    becomes(account, POD.append(account));
    JsonPointer env = JsonPointer.empty().appendProperty("env");
    // Variables are written sorted by name.
    int i = 0;
    for (String name : names(outer.root().at(at.append(env)))) {
      JsonPointer variable = env.appendProperty(name);
      JsonPointer item = CONTAINER.append(env).appendIndex(i++);
      becomes(variable, item);
      becomes(variable, item.appendProperty("value"));
    }
  }

  private static List<String> names(JsonNode env) {
    return env.properties().stream().map(Map.Entry::getKey).sorted().toList();
  }

  private void becomes(JsonPointer key, JsonPointer there) {
    places.put(there, at.append(key), outer.places());
    paths.put(Document.path(there), Document.path(SPEC.append(AT).append(key)));
  }

  /** Where what it becomes was written, by the places in the experiment. */
  Places places() {
    return places;
  }

  /** A path in the experiment, as the job has it. */
  String writtenPath(String path) {
    for (int end = path.length(); end > 0; end--) {
      boolean isWhole = end == path.length() || ".[".indexOf(path.charAt(end)) >= 0;
      String known = isWhole ? paths.get(path.substring(0, end)) : null;
      if (known != null) {
        return known + path.substring(end);
      }
    }
    return path;
  }
}
