package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.iam.Policy;
import io.kfaws.installation.Installation;
import io.kfaws.kube.Items;
import io.kfaws.kube.KustomizationFile;
import io.kfaws.kube.KustomizationOwner;
import io.kfaws.kube.Manifest;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the files hold, by what it is; not for use by several threads. */
final class Found {
  /** The kinds that may become a part of the configuration. */
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

  /** What a configuration is made of: a file in which there is such a thing has to be read. */
  private static final Pattern OF_CONFIGURATION =
      Pattern.compile(
          "(?m)^ *(?:- )?\"?kind\"?: *[\"']?(?:SecretProviderClass|Profile|Experiment)\\b"
              + "|eks\\.amazonaws\\.com/role-arn|pipeline-install-config|\"Statement\"");

  /** The kinds whose ARNs are the cluster's account's. */
  private static final Set<String> TELLING = Set.of("ServiceAccount", "Profile");

  /** The keys of a kustomization that change nothing. */
  private static final Set<String> HARMLESS =
      Set.of("apiVersion", "kind", "metadata", "resources", "components", "bases", "namespace");

  private final Notes notes;
  private final Set<String> distributed = new HashSet<>();

  /** The files that kustomizations list, by their absolute paths. */
  private final Set<Path> listed = new HashSet<>();

  private final Evidence evidence = new Evidence();
  private final Parameters parameters;

  /** By kind, then by namespace. */
  private final Map<String, Map<String, List<Manifest>>> objects = new HashMap<>();

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
    inputs.variables().forEach(file -> found.parameters.readDefaults(file, found.evidence));
    found.listedFirst();
    return found;
  }

  /** Whether it lies in a checkout of the AWS distribution, most of which is not the user's. */
  boolean isDistributed(Manifest object) {
    return isDistributed(object.file());
  }

  /** Whether a file of this name does. */
  boolean isDistributed(String file) {
    return distributed.contains(file);
  }

  /** Of objects of one name, what a kustomization lists comes before what lies about. */
  private void listedFirst() {
    for (Map<String, List<Manifest>> kind : objects.values()) {
      for (List<Manifest> all : kind.values()) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
          int before = Optional.ofNullable(first.putIfAbsent(all.get(i).name(), i)).orElse(i);
          if (!isListed(all.get(before)) && isListed(all.get(i))) {
            Collections.swap(all, before, i);
          }
        }
      }
    }
  }

  private boolean isListed(Manifest object) {
    return listed.contains(Path.of(object.file()).toAbsolutePath().normalize());
  }

  /** Whether kustomize would build it, and another not. */
  boolean isRather(Manifest object, Manifest other) {
    return isListed(object) && !isListed(other);
  }

  Evidence evidence() {
    return evidence;
  }

  Parameters parameters() {
    return parameters;
  }

  /** The objects of a kind, by namespaces in the order in which these were seen first. */
  Stream<Manifest> all(String kind) {
    return kinds(kind).values().stream().flatMap(List::stream);
  }

  /** The objects of a kind in a namespace; a Namespace is in itself. */
  Stream<Manifest> in(String namespace, String kind) {
    return Optional.ofNullable(kinds(kind).get(namespace)).stream().flatMap(List::stream);
  }

  private Map<String, List<Manifest>> kinds(String kind) {
    return Optional.ofNullable(objects.get(kind)).orElse(Map.of());
  }

  private void add(Manifest object) {
    String namespace = object.kind().equals("Namespace") ? object.name() : object.namespace();
    objects
        .computeIfAbsent(object.kind(), kind -> new LinkedHashMap<>())
        .computeIfAbsent(namespace, name -> new ArrayList<>())
        .add(object);
  }

  /** What a folder holds beside what is for a configuration need not be strict YAML. */
  private static boolean mayStay(Inputs.File file) {
    String text = file.source().text();
    return !file.isNamed() && (text.contains("{{") || !OF_CONFIGURATION.matcher(text).find());
  }

  private static List<Document> documents(Inputs.File file, Notes notes) {
    try {
      return Yaml.readAll(file.source());
    } catch (KfawsException e) {
      // What is wrong with YAML is told in its own words, and one of them may be a credential.
      List<Diagnostic> credentials = Credentials.inText(file.source(), Place.FILE);
      if (!mayStay(file)) {
        KfawsException.throwIfErrors(credentials);
        throw e;
      }
      if (!credentials.isEmpty()) {
        notes.asWarnings(credentials);
      } else if (file.source().text().contains("{{")) {
        notes.template(e.diagnostics().get(0).location());
      } else {
        notes.unread(e.diagnostics().get(0));
      }
      return List.of();
    }
  }

  private void read(Inputs.File file) {
    if (file.isDistributed()) {
      distributed.add(file.source().name());
    }
    if (file.isParameters()) {
      parameters.read(file.source(), evidence);
      return;
    }
    boolean isOfDistribution = file.isDistributed() && !file.isKustomization();
    if (isOfDistribution && !OF_CHECKOUT.matcher(file.source().text()).find()) {
      return;
    }
    documents(file, notes).stream()
        .flatMap(document -> Items.of(document).stream().map(Items.Item::document))
        .filter(document -> !document.root().isNull())
        .forEach(document -> sort(Manifest.alone(document)));
  }

  private void sort(Manifest object) {
    if (object.object().isDeletion()) {
      return;
    }
    if (KINDS.contains(object.kind())) {
      add(object);
      if (TELLING.contains(object.kind())) {
        look(object.document(), JsonPointer.empty());
      }
    } else if (Parameters.isInstallConfig(object)) {
      parameters.read(object, evidence);
    } else if (isPolicy(object.root())) {
      policy(object.document());
    } else if (KustomizationOwner.of(object.document()) == KustomizationOwner.KUSTOMIZE) {
      kustomization(object);
    } else if (!isDistributed(object)) {
      left(object);
    }
  }

  /** kustomize's own kind of another group is Flux', or a slip. */
  private void left(Manifest object) {
    switch (KustomizationOwner.of(object.document())) {
      case FLUX ->
          notes.left(
              object,
              object.at("/apiVersion"),
              " is Flux', and not followed: neither its path nor its patches and substitutions",
              "name the folder in its spec.path, or import what flux build kustomization prints");
      case UNKNOWN ->
          notes.left(
              object,
              object.at("/apiVersion"),
              " is not kustomize's, which is of "
                  + KustomizationOwner.version(object.kind())
                  + ", and has no place in a configuration",
              "if it should be kustomize's, mend its apiVersion; kustomize builds nothing with it");
      default -> {
        boolean isConfiguration =
            object.kind().equals(Installation.KIND) && object.object().group().equals("kfaws.io");
        notes.left(
            object,
            object.at(""),
            isConfiguration ? " is a configuration already" : " has no place in a configuration",
            isConfiguration
                ? "kfaws generate -f reads it"
                : "keep it beside kfaws' output, in a kustomization of your own");
      }
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
        "kfaws writes the trust policies of all roles in the configuration; compare them with this one");
  }

  private void kustomization(Manifest kustomization) {
    Path folder = Path.of(kustomization.file()).toAbsolutePath().resolveSibling("");
    // What is wrong with a kustomization keeps nothing from being imported: kustomize reports it.
    new KustomizationFile(kustomization.document(), new ArrayList<>())
        .resources().stream().flatMap(named -> named.below(folder).stream()).forEach(listed::add);
    List<String> keys =
        kustomization.root().properties().stream()
            .map(Map.Entry::getKey)
            .filter(key -> !HARMLESS.contains(key))
            .toList();
    if (!keys.isEmpty() && !isDistributed(kustomization)) {
      notes.left(
          kustomization.keyAt(JsonPointer.empty().appendProperty(keys.get(0))),
          keys.get(0),
          "a kustomization is not applied: objects are taken as they are written",
          "build it with kustomize, and import what comes out");
    }
  }
}
