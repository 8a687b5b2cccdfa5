package io.kfaws.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.kube.Manifest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the namespaces of profiles carry of their owners' own. */
final class Namespaces {
  /** What Kubeflow's profile controller, Kubernetes, kubectl and kfaws put there. */
  private static final Pattern NOT_THEIRS =
      Pattern.compile(
          "istio-injection|kubernetes\\.io/metadata\\.name|owner"
              + "|app\\.kubernetes\\.io/part-of|katib\\.kubeflow\\.org/metrics-collector-injection"
              + "|(?:pipelines|serving)\\.kubeflow\\.org/.*|katib-metricscollector-injection"
              + "|kubectl\\.kubernetes\\.io/last-applied-configuration"
              + "|argocd\\.argoproj\\.io/(?:sync|compare)-options"
              + "|kustomize\\.toolkit\\.fluxcd\\.io/prune");

  private final Found found;
  private final Notes notes;

  Namespaces(Found found, Notes notes) {
    this.found = found;
    this.notes = notes;
  }

  /** Puts the labels and annotations of a profile's namespace into the profile. */
  void write(Draft profile, String name) {
    for (Manifest namespace : found.in(name, "Namespace").toList()) {
      for (String kind : List.of("labels", "annotations")) {
        ObjectNode theirs = theirs(namespace.root().at("/metadata/" + kind));
        if (!theirs.isEmpty()) {
          profile.put("namespace." + kind, theirs, namespace.at("/metadata/" + kind));
        }
      }
    }
  }

  private static ObjectNode theirs(JsonNode entries) {
    ObjectNode theirs = JsonNodeFactory.instance.objectNode();
    entries.properties().stream()
        .filter(entry -> !NOT_THEIRS.matcher(entry.getKey()).matches())
        .forEach(entry -> theirs.set(entry.getKey(), entry.getValue()));
    return theirs;
  }

  /** Says which namespaces are left in the end. */
  void others(Set<String> profiles) {
    found
        .all("Namespace")
        .filter(namespace -> !profiles.contains(namespace.name()))
        .forEach(
            namespace ->
                notes.left(
                    namespace,
                    namespace.at("/metadata/name"),
                    " stays behind: it is no profile that was imported",
                    "keep it beside kfaws' output, in a kustomization of your own"));
  }
}
