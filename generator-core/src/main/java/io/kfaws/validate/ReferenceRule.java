package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Root;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a workload refers to is there: a ConfigMap or Secret with the key that is read, a
 * SecretProviderClass in the workload's own namespace, a ServiceAccount. A root that stands alone
 * may run as service accounts that others make.
 *
 * @param provided what the base brings
 * @param elsewhere the service accounts that overlays make or that are there already
 * @param patterns what stands for several that are there already
 */
record ReferenceRule(
    Provided provided, Set<ServiceAccount> elsewhere, List<ServiceAccount> patterns)
    implements RootRule {

  /**
   * The check for one tree.
   *
   * @param outside the service accounts that are there already, patterns too
   */
  static ReferenceRule among(List<Root> roots, Provided provided, Set<ServiceAccount> outside) {
    Set<ServiceAccount> elsewhere = new TreeSet<>(outside);
    for (Root root : roots) {
      for (Manifest manifest : root.standsAlone() ? List.<Manifest>of() : root.manifests()) {
        if (manifest.kind().equals("ServiceAccount") && !manifest.isDeletion()) {
          ServiceAccount.of(manifest.id().namespace(), manifest.name()).ifPresent(elsewhere::add);
        }
      }
    }
    return new ReferenceRule(
        provided, elsewhere, outside.stream().filter(ServiceAccount::isPattern).toList());
  }

  @Override
  public List<Diagnostic> check(Root overlay) {
    Produced produced = Produced.by(overlay, provided);
    List<Diagnostic> findings = new ArrayList<>();
    for (Manifest manifest : overlay.manifests()) {
      if (manifest.kind().equals("Deployment") && !manifest.isDeletion()) {
        for (Produced.Reference reference : references(manifest)) {
          if (!overlay.standsAlone() || !isElsewhere(reference.to())) {
            judge(manifest, reference, produced).ifPresent(findings::add);
          }
        }
      }
    }
    return findings;
  }

  private boolean isElsewhere(ObjectReference id) {
    return id.kind().equals("ServiceAccount")
        && ServiceAccount.of(id.namespace(), id.name())
            .filter(
                account ->
                    elsewhere.contains(account)
                        || patterns.stream().anyMatch(pattern -> pattern.matches(account)))
            .isPresent();
  }

  private static Optional<Diagnostic> judge(
      Manifest manifest, Produced.Reference reference, Produced produced) {
    ObjectReference to = reference.to();
    Optional<Set<String>> keys = produced.keys(to);
    if (keys.isEmpty()) {
      String hint = nearest(to.name(), produced.names(to.kind(), to.namespace()));
      return Optional.of(
          manifest.error(
              "missing-object", reference.at(), "refers to " + to + ", which nothing makes", hint));
    }
    Set<String> known = keys.get();
    return reference
        .key()
        .filter(key -> !known.contains(key))
        .map(
            key ->
                manifest.error(
                    "missing-object-key",
                    reference.at().head().appendProperty("key"),
                    "reads key " + key + " of " + to + ", which nothing puts there",
                    nearest(key, known)));
  }

  private static String nearest(String word, Collection<String> known) {
    return Nearest.to(word, known)
        .map(nearest -> "did you mean " + nearest + "?")
        .orElse(known.isEmpty() ? "" : "there is " + String.join(", ", known));
  }

  private static List<Produced.Reference> references(Manifest manifest) {
    References found = new References(manifest);
    JsonPointer pod = JsonPointer.compile("/spec/template/spec");
    for (String list : List.of("containers", "initContainers")) {
      found.each(pod.appendProperty(list), found::container);
    }
    found.each(pod.appendProperty("volumes"), found::volume);
    found.named(pod.appendProperty("serviceAccountName"), "ServiceAccount", Optional.empty());
    return found.references;
  }

  /** Collects the references of one workload. */
  private static final class References {
    private final Manifest manifest;
    private final List<Produced.Reference> references = new ArrayList<>();

    References(Manifest manifest) {
      this.manifest = manifest;
    }

    void container(JsonPointer at) {
      each(at.appendProperty("env"), this::variable);
      each(
          at.appendProperty("envFrom"),
          source -> {
            named(source.append(JsonPointer.compile("/configMapRef/name")), "ConfigMap", none());
            named(source.append(JsonPointer.compile("/secretRef/name")), "Secret", none());
          });
    }

    private void variable(JsonPointer at) {
      JsonPointer from = at.appendProperty("valueFrom");
      keyed(from.appendProperty("configMapKeyRef"), "ConfigMap");
      keyed(from.appendProperty("secretKeyRef"), "Secret");
    }

    private void keyed(JsonPointer at, String kind) {
      JsonNode reference = manifest.root().at(at);
      if (!reference.path("optional").asBoolean()) {
        Optional<String> key = Optional.of(reference.path("key").asText());
        named(at.appendProperty("name"), kind, key);
      }
    }

    void volume(JsonPointer at) {
      named(at.append(JsonPointer.compile("/configMap/name")), "ConfigMap", none());
      named(at.append(JsonPointer.compile("/secret/secretName")), "Secret", none());
      named(
          at.append(JsonPointer.compile("/csi/volumeAttributes/secretProviderClass")),
          "SecretProviderClass",
          none());
    }

    void named(JsonPointer at, String kind, Optional<String> key) {
      JsonNode name = manifest.root().at(at);
      if (name.isTextual()) {
        ObjectReference to = new ObjectReference(kind, manifest.id().namespace(), name.asText());
        references.add(new Produced.Reference(at, to, key));
      }
    }

    void each(JsonPointer list, Consumer<JsonPointer> visit) {
      JsonNode items = manifest.root().at(list);
      for (int i = 0; i < items.size(); i++) {
        visit.accept(list.appendIndex(i));
      }
    }

    private static Optional<String> none() {
      return Optional.empty();
    }
  }
}
