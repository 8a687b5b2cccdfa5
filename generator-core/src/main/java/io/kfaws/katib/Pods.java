package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.text.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod template in the object that a trial creates, whatever its kind: a mapping called {@code
 * template} whose {@code spec} lists containers. A Job has one, a training job one for each kind of
 * replica.
 *
 * @param at where it is in the object
 * @param template the template
 */
record Pods(JsonPointer at, JsonNode template) {
  /** The key of a pod's service account. */
  static final String ACCOUNT = "serviceAccountName";

  /** The service account of a pod that names none. */
  static final String UNNAMED = "default";

  /** The pod templates of a trial's object, in order. */
  static List<Pods> of(ObjectNode trial) {
    List<Pods> pods = new ArrayList<>();
    Walk.through(
        trial,
        (at, node) -> {
          boolean named = at.last() != null && at.last().matchesProperty("template");
          if (named && node.at("/spec/containers").isArray()) {
            pods.add(new Pods(at, node));
          }
        });
    return pods;
  }

  /**
   * How many pods of it there are at a time: the replicas that stand beside it, or how many a Job
   * runs; one where each trial fills that in.
   */
  int count(ObjectNode trial) {
    JsonNode around = trial.at(at.head());
    int parallel = around.path("replicas").asInt(around.path("parallelism").asInt(1));
    return Math.max(0, Math.min(parallel, around.path("completions").asInt(parallel)));
  }

  /** The key under which it names its service account: Kubernetes has an old one, too. */
  String accountKey() {
    JsonNode spec = template.path("spec");
    return spec.has("serviceAccount") && !spec.has(ACCOUNT) ? "serviceAccount" : ACCOUNT;
  }

  /** The service account of its pods. */
  String account() {
    String name = template.path("spec").path(accountKey()).asText();
    return name.isEmpty() ? UNNAMED : name;
  }

  /** The names of its containers. */
  List<String> containers() {
    List<String> names = new ArrayList<>();
    template
        .at("/spec/containers")
        .forEach(container -> names.add(container.path("name").asText()));
    return names;
  }

  /** A label or an annotation of its pods; a label is asked first; empty if there is none. */
  String mark(String key) {
    JsonNode metadata = template.path("metadata");
    String label = metadata.path("labels").path(key).asText();
    return label.isEmpty() ? metadata.path("annotations").path(key).asText() : label;
  }
}
