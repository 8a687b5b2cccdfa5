package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The usual trial, said short: one container that trains and ends. It becomes a batch/v1 Job whose
 * pod is not restarted and gets no proxy of Istio's, so that the trial can end.
 *
 * @param image the container's image
 * @param command what it runs instead of the image's entry point
 * @param args the arguments
 * @param env environment variables by name: text, a number, or a mapping with {@code valueFrom}
 * @param resources core/v1 ResourceRequirements: a mapping with {@code limits} and {@code requests}
 * @param serviceAccountName who the pod is; absent: {@code default}
 */
public record TrialJob(
    String image,
    List<String> command,
    List<String> args,
    SortedMap<String, JsonNode> env,
    Optional<ObjectNode> resources,
    Optional<String> serviceAccountName) {

  /** What the container is called unless something else is said; Katib's examples call it so. */
  public static final String CONTAINER = "training-container";

  /** Copies the collections and trees. */
  public TrialJob {
    command = List.copyOf(command);
    args = List.copyOf(args);
    SortedMap<String, JsonNode> copies = new TreeMap<>();
    env.forEach((name, value) -> copies.put(name, value.deepCopy()));
    env = Trees.sorted(copies);
    resources = resources.map(ObjectNode::deepCopy);
  }

  /** A job of this image as it is. */
  public static TrialJob of(String image) {
    return new TrialJob(
        image, List.of(), List.of(), new TreeMap<>(), Optional.empty(), Optional.empty());
  }

  /** The same job with this command; no shell reads it. */
  public TrialJob command(String... words) {
    return new TrialJob(image, List.of(words), args, env, resources, serviceAccountName);
  }

  /** The same job with these arguments. */
  public TrialJob args(String... words) {
    return new TrialJob(image, command, List.of(words), env, resources, serviceAccountName);
  }

  /** The same job with one more environment variable. */
  public TrialJob env(String name, String value) {
    SortedMap<String, JsonNode> more = new TreeMap<>(env);
    more.put(name, TextNode.valueOf(value));
    return new TrialJob(image, command, args, more, resources, serviceAccountName);
  }

  /** The same job with a limit of a resource, for example {@code nvidia.com/gpu} and {@code 1}. */
  public TrialJob limit(String resource, String quantity) {
    return resource("limits", resource, quantity);
  }

  /** The same job with a request of a resource, for example {@code memory} and {@code 2Gi}. */
  public TrialJob request(String resource, String quantity) {
    return resource("requests", resource, quantity);
  }

  /** The same job under a service account, for example one that has an IAM role. */
  public TrialJob as(String serviceAccount) {
    return new TrialJob(image, command, args, env, resources, Optional.of(serviceAccount));
  }

  private TrialJob resource(String list, String resource, String quantity) {
    ObjectNode all =
        resources.map(ObjectNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
    all.withObjectProperty(list).put(resource, quantity);
    return new TrialJob(image, command, args, env, Optional.of(all), serviceAccountName);
  }

  /** The template of a trial that runs this job. */
  public TrialTemplate template() {
    return TrialTemplate.of(CONTAINER, tree(CONTAINER));
  }

  /** The batch/v1 Job, with its container under this name. */
  ObjectNode tree(String container) {
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    job.put("apiVersion", "batch/v1").put("kind", "Job");
    ObjectNode pod = job.putObject("spec").putObject("template");
    pod.putObject("metadata").putObject("annotations").put(TrialPodRules.INJECT, "false");
    ObjectNode spec = pod.putObject("spec").put("restartPolicy", "Never");
    serviceAccountName.ifPresent(name -> spec.put("serviceAccountName", name));
    ObjectNode only = spec.putArray("containers").addObject();
    only.put("name", container).put("image", image);
    words(only, "command", command);
    words(only, "args", args);
    for (Map.Entry<String, JsonNode> variable : env.entrySet()) {
      JsonNode value = variable.getValue();
      ObjectNode entry = only.withArrayProperty("env").addObject().put("name", variable.getKey());
      if (value.isObject()) {
        entry.setAll(((ObjectNode) value).deepCopy());
      } else if (!value.asText().isEmpty()) {
        // An empty value, which is the same without the key, is what the webhook refuses.
        entry.put("value", value.asText());
      }
    }
    resources.ifPresent(given -> only.set("resources", given.deepCopy()));
    return job;
  }

  private static void words(ObjectNode container, String key, List<String> words) {
    if (!words.isEmpty()) {
      ArrayNode list = container.putArray(key);
      words.forEach(list::add);
    }
  }
}
