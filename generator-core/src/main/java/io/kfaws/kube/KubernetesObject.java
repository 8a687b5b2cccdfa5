package io.kfaws.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An object of Kubernetes, or a patch of one, as whoever reads it takes it: a field that is absent
 * is empty.
 *
 * @param root its tree
 */
public record KubernetesObject(JsonNode root) {

  /** The API group of an {@code apiVersion}; empty for the core group. */
  public static String group(String apiVersion) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
  }

  /** Its API group; empty for the core group. */
  public String group() {
    return group(root.path("apiVersion").asText());
  }

  /** Its kind, which its group alone makes unique. */
  public String kind() {
    return root.path("kind").asText();
  }

  /** Its namespace; empty for an object of the cluster. */
  public String namespace() {
    return root.path("metadata").path("namespace").asText();
  }

  /** Its name. */
  public String name() {
    return root.path("metadata").path("name").asText();
  }

  /** Whether it is of this group and kind. */
  public boolean is(String group, String kind) {
    return kind().equals(kind) && group().equals(group);
  }

  /** Which object it is. */
  public ObjectReference reference() {
    return new ObjectReference(kind(), group(), namespace(), name());
  }

  /** Whether it takes its object away from what is there. */
  public boolean isDeletion() {
    return root.path("$patch").asText().equals("delete");
  }

  /** The pods that it makes, if it makes some. */
  public Optional<Pod> pod() {
    return Pod.of(this);
  }
}
