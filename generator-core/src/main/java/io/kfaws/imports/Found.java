package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.aws.Policy;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the files hold, by what it is; not for use by several threads. */
final class Found {
  /** The kinds that may become a part of the wish. */
  private static final Set<String> KINDS =
      Set.of(
          "SecretProviderClass",
          "Profile",
          "Experiment",
          "ServiceAccount",
          "Namespace",
          "RoleBinding",
          "AuthorizationPolicy",
          "Secret",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "Notebook");

  /** What is the user's own in a checkout of the AWS distribution. */
  private static final Pattern OF_CHECKOUT =
      Pattern.compile(
          "(?m)^kind: *[\"']?(SecretProviderClass|Profile|Experiment|ServiceAccount|Secret)\\b");

  /** The kinds whose ARNs are the cluster's account's. */
  private static final Set<String> TELLING = Set.of("ServiceAccount", "Profile");

  private static final Set<String> KUSTOMIZE = Set.of("Kustomization", "Component");

  /** The keys of a kustomization that change nothing. */
  private static final Set<String> HARMLESS =
      Set.of("apiVersion", "kind", "metadata", "resources", "components", "bases", "namespace");

  private final Notes notes;
  private final Evidence evidence = new Evidence();
  private final Parameters parameters;
  private final List<ForeignObject> objects = new ArrayList<>();

  private Found(Notes notes) {
    this.notes = notes;
    this.parameters = new Parameters(notes);
  }

  /**
   * Sorts what the files hold.
   *
   * @throws KfawsException with all findings of strict YAML
   */
  static Found in(Inputs inputs, Notes notes) {
    Found found = new Found(notes);
    List<Diagnostic> findings = new ArrayList<>();
    for (Inputs.File file : inputs.files()) {
      try {
        found.read(file);
      } catch (KfawsException e) {
        findings.addAll(e.diagnostics());
      }
    }
    KfawsException.throwIfErrors(findings);
    return found;
  }

  Evidence evidence() {
    return evidence;
  }

  Parameters parameters() {
    return parameters;
  }

  /** The objects of a kind, in the order of their places. */
  Stream<ForeignObject> all(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind));
  }

  private void read(Inputs.File file) {
    if (file.isParameters()) {
      parameters.read(file.source(), evidence);
      return;
    }
    if (file.isDistributed() && !OF_CHECKOUT.matcher(file.source().text()).find()) {
      return;
    }
    for (Document document : Yaml.readAll(file.source())) {
      if (!document.root().isNull()) {
        sort(new ForeignObject(document, file.isDistributed()));
      }
    }
  }

  private void sort(ForeignObject object) {
    if (object.isRemoval()) {
      return;
    }
    if (KINDS.contains(object.kind())) {
      objects.add(object);
      if (TELLING.contains(object.kind())) {
        look(object.document(), JsonPointer.empty());
      }
    } else if (isPolicy(object.root())) {
      policy(object.document());
    } else if (KUSTOMIZE.contains(object.kind())) {
      kustomization(object);
    } else if (!object.isDistributed()) {
      String what = object.kind().isEmpty() ? "what has no kind" : object.words();
      notes.left(
          object.at(""),
          "",
          what + " has no place in a wish",
          object.kind().equals("List")
              ? "write each of its items as a document of its own"
              : "keep it beside kfaws' output, in a kustomization of your own");
    }
  }

  /** Roles tell the account. */
  private void look(Document document, JsonPointer at) {
    JsonNode node = document.root().at(at);
    if (node.isTextual()) {
      evidence.look(node.textValue(), document.at(at));
    }
    node.properties().forEach(entry -> look(document, at.appendProperty(entry.getKey())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(document, at.appendIndex(i));
    }
  }

  private static boolean isPolicy(JsonNode root) {
    return root.has("Statement") && !root.has("kind");
  }

  /** A trust policy names the cluster's issuer, and not its own role. */
  private void policy(Document document) {
    Policy policy = Policy.read(document);
    policy.statements().stream()
        .flatMap(statement -> statement.federated().stream())
        .forEach(provider -> evidence.look(provider, document.at(JsonPointer.empty())));
    notes.left(
        document.at(JsonPointer.empty()),
        "",
        "a policy does not name its role; only the cluster's issuer and account are taken from it",
        "kfaws writes the trust policies of all roles in the wish; compare them with this one");
  }

  private void kustomization(ForeignObject kustomization) {
    List<String> keys =
        kustomization.root().properties().stream()
            .map(java.util.Map.Entry::getKey)
            .filter(key -> !HARMLESS.contains(key))
            .toList();
    if (!keys.isEmpty() && !kustomization.isDistributed()) {
      notes.left(
          kustomization.keyAt(JsonPointer.empty().appendProperty(keys.get(0))),
          keys.get(0),
          "a kustomization is not applied: objects are taken as they are written",
          "build it with kustomize, and import what comes out");
    }
  }
}
