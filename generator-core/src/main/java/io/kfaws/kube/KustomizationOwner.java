package io.kfaws.kube;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Document;
import java.util.List;
import java.util.Set;

/**
 * Whose a document of kind Kustomization is. kustomize and Flux share the kind, so that the group
 * has to be asked for, too; and kustomize takes a file of its own name for one that leaves out kind
 * or apiVersion.
 */
public enum KustomizationOwner {
  /** kustomize's own: a Kustomization or a Component, which lists files. */
  KUSTOMIZE,
  /** Flux', an object in the cluster that says which folder Flux is to build and apply. */
  FLUX,
  /** It has a kind of kustomize's, and the group is neither's. */
  UNKNOWN,
  /** It is something else. */
  NONE;

  /** The names under which kustomize looks for its file, in its order. */
  public static final List<String> FILES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private static final String KUSTOMIZATION = "Kustomization";
  private static final String COMPONENT = "Component";
  private static final String KUSTOMIZE_GROUP = "kustomize.config.k8s.io";
  private static final String FLUX_GROUP = "kustomize.toolkit.fluxcd.io";

  private static final Set<String> KINDS = Set.of(KUSTOMIZATION, COMPONENT);

  /** Asks a document for its kind and its group, and where it leaves one out, for its file. */
  public static KustomizationOwner of(Document document) {
    JsonNode root = document.root();
    if (!root.isObject()) {
      return NONE;
    }
    boolean isNamedSo = isFile(document.source().name());
    String kind = text(root.path("kind"));
    String version = text(root.path("apiVersion"));
    boolean isFilledIn = isNamedSo && kind.isEmpty();
    if (!isFilledIn && !KINDS.contains(kind)) {
      return NONE;
    }
    return switch (KubernetesObject.group(version)) {
      case KUSTOMIZE_GROUP -> KUSTOMIZE;
      case FLUX_GROUP -> kind.equals(COMPONENT) ? UNKNOWN : FLUX;
      default -> isNamedSo && version.isEmpty() ? KUSTOMIZE : UNKNOWN;
    };
  }

  /** The one apiVersion that kustomize takes for a kind. */
  public static String version(String kind) {
    return KUSTOMIZE_GROUP + (kind.equals(COMPONENT) ? "/v1alpha1" : "/v1beta1");
  }

  /** Whether kustomize takes the file for its own by its name. */
  private static boolean isFile(String path) {
    return FILES.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Empty where kustomize fills something in. */
  private static String text(JsonNode node) {
    boolean isOpen = node.isMissingNode() || node.isNull();
    return isOpen || node.isTextual() ? node.asText("") : node.toString();
  }
}
