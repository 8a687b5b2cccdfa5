package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.OwnSecrets;
import io.kfaws.installation.SecretsReader;
import io.kfaws.kube.Manifest;
import io.kfaws.text.Document;
import io.kfaws.text.Walk;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The user's own SecretProviderClasses; those that profiles have alike become one entry. */
final class SecretsPart implements Part {
  private final Found found;
  private final List<FoundClass> classes;
  private final Map<MissingInput, String> given;
  private final Notes notes;
  private final Workloads workloads;
  private final Set<String> readers = new HashSet<>();

  SecretsPart(Found found, List<FoundClass> classes, Map<MissingInput, String> given, Notes notes) {
    this.found = found;
    this.classes = classes;
    this.given = given;
    this.notes = notes;
    this.workloads = new Workloads(found, notes);
  }

  /** An entry, and the profiles that have it. */
  private record Entry(Draft draft, ArrayNode profiles, Location at) {}

  @Override
  public void write(Draft configuration) {
    Set<String> profiles = new TreeSet<>();
    configuration
        .tree()
        .path("profiles")
        .forEach(profile -> profiles.add(profile.path("name").asText()));
    readers(configuration);
    Map<JsonNode, Entry> shared = new LinkedHashMap<>();
    for (FoundClass one : classes) {
      if (one.isKubeflows()) {
        kubeflows(configuration, one);
        continue;
      }
      String namespace = one.model().namespace();
      boolean isOfProfile = profiles.contains(namespace);
      Draft entry = new Draft();
      Location at = one.object().at("/metadata/name");
      entry.put("name", one.model().name(), at);
      if (!readBy(entry, configuration, one, isOfProfile)) {
        continue;
      }
      new ClassEntry(one, configuration.text(MissingInput.REGION.path()), notes).write(entry);
      metadata(one.object());
      if (isOfProfile) {
        shared
            .computeIfAbsent(
                entry.tree().deepCopy(),
                key -> new Entry(entry, JsonNodeFactory.instance.arrayNode(), at))
            .profiles()
            .add(namespace);
      } else {
        entry.put("namespace", namespace, one.object().at("/metadata/namespace"));
        shared.put(
            entry.tree().deepCopy(), new Entry(entry, JsonNodeFactory.instance.arrayNode(), at));
      }
    }
    for (Entry entry : shared.values()) {
      if (!entry.profiles().isEmpty()) {
        entry.draft().put("profiles", entry.profiles(), entry.at());
      }
      configuration.add("secrets", entry.draft(), entry.at());
    }
    workloads.others(classes);
    found.all("Secret").forEach(this::secret);
  }

  /** What the class itself bears; that of its Secrets is carried over. */
  private void metadata(Manifest object) {
    for (String kind : List.of("labels", "annotations")) {
      JsonPointer here = JsonPointer.compile("/metadata/" + kind);
      List<String> keys =
          object.root().at(here).properties().stream()
              .map(Map.Entry::getKey)
              .filter(key -> !key.startsWith("kubectl.kubernetes.io/"))
              .toList();
      if (!keys.isEmpty()) {
        notes.left(
            object.keyAt(here.appendProperty(keys.get(0))),
            "metadata." + kind,
            "a class of a configuration has no " + kind + " of its own: " + String.join(", ", keys),
            "keep them in a patch of your own");
      }
    }
  }

  /** What such a class makes beside the Secrets that kfaws makes has no place. */
  private void kubeflows(Draft configuration, FoundClass one) {
    one.model().secretObjects().stream()
        .map(secret -> secret.secretName())
        .filter(name -> !OwnSecrets.known().hasSecret(name))
        .forEach(
            name ->
                left(
                    one,
                    "Secret " + name + " stays behind: this class is Kubeflow's own",
                    "write a class of its own for it"));
    boolean hasRds = one.synced(StoragePart.RDS_SECRET.secret()).isPresent();
    if (hasRds && !configuration.has("rds") && !found.isDistributed(one.object())) {
      left(
          one,
          "it is for a database that nothing that was read names",
          "import what names dbHost too: a params.env or ConfigMap pipeline-install-config");
    }
    boolean hasS3 = one.synced(StoragePart.S3_SECRET.secret()).isPresent();
    if (hasS3 && !configuration.has("s3") && !found.isDistributed(one.object())) {
      left(
          one,
          "it is for a bucket that nothing that was read names",
          "import what names bucketName too: a params.env or ConfigMap pipeline-install-config");
    }
  }

  /** Who reads it, as whom; false if nobody is known who may. */
  private boolean readBy(Draft entry, Draft configuration, FoundClass one, boolean isOfProfile) {
    Optional<Manifest> workload = workloads.of(one);
    String account =
        workload
            .map(Workloads::serviceAccount)
            .orElse(isOfProfile ? ServiceAccount.EDITOR : ServiceAccount.DEFAULT);
    if (!isOfProfile) {
      Optional.ofNullable(given.get(MissingInput.READER_ROLE))
          .ifPresent(role -> giveRole(configuration, one.model().namespace(), account, role));
    }
    if (!readers.contains(account(one.model().namespace(), account))) {
      left(
          one,
          "service account "
              + one.model().namespace()
              + "/"
              + account
              + " would read it, and nothing that was read gives it a role",
          "import the service account with its role too"
              + (workload.isPresent() ? "" : ", or the workload that mounts the class")
              + (isOfProfile ? "" : ", or say " + MissingInput.READER_ROLE.option()));
      return false;
    }
    if (!isOfProfile || !account.equals(ServiceAccount.EDITOR)) {
      Location at =
          workload.map(seen -> seen.at("/spec/template/spec")).orElse(one.object().at("/metadata"));
      entry.put("serviceAccount", account, at);
    }
    workload
        .filter(seen -> !Workloads.isSync(seen, one))
        .ifPresent(
            seen -> {
              entry.put("mountedBy.workload.kind", seen.kind(), seen.at("/kind"));
              entry.put("mountedBy.workload.name", seen.name(), seen.at("/metadata/name"));
            });
    return true;
  }

  /** A role that was given is that of all who have none otherwise. */
  private void giveRole(Draft configuration, String namespace, String account, String arn) {
    if (!readers.add(account(namespace, account))) {
      return;
    }
    ObjectNode reader =
        JsonNodeFactory.instance.objectNode().put("namespace", namespace).put("name", account);
    Location at = MissingInput.READER_ROLE.location();
    JsonNode roles = configuration.tree().path("roles");
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).path("roleArn").asText().equals(arn)
          && roles.get(i).path("serviceAccounts") instanceof ArrayNode accounts) {
        JsonPointer list = Document.pointer("roles").appendIndex(i);
        configuration.origin(
            list.appendProperty("serviceAccounts").appendIndex(accounts.size()), at);
        accounts.add(reader);
        return;
      }
    }
    Draft role = new Draft();
    role.put("roleArn", arn, at);
    role.put("serviceAccounts", JsonNodeFactory.instance.arrayNode().add(reader), at);
    configuration.add("roles", role, at);
  }

  /** Keeps who has a role in the configuration, as namespace/name. */
  private void readers(Draft configuration) {
    for (JsonNode profile : configuration.tree().path("profiles")) {
      profile
          .at("/identity/serviceAccounts")
          .forEach(one -> readers.add(account(profile.path("name").asText(), one.asText())));
    }
    for (JsonNode role : configuration.tree().path("roles")) {
      role.path("serviceAccounts")
          .forEach(
              one ->
                  readers.add(account(one.path("namespace").asText(), one.path("name").asText())));
    }
    if (configuration.has("secretsReader")) {
      readers.add(SecretsReader.ACCOUNT.toString());
    }
  }

  private static String account(String namespace, String name) {
    return namespace + "/" + name;
  }

  /** A Secret itself is what a configuration never holds. */
  private void secret(Manifest secret) {
    boolean isFilled =
        Stream.of("data", "stringData")
            .flatMap(key -> Walk.values(secret.root().path(key)))
            .anyMatch(value -> !value.asText().isEmpty());
    if (isFilled) {
      notes.look(
          "secret-in-plain-text",
          secret.at("/metadata/name"),
          "",
          secret.words() + " stays behind: its values stand here in plain text",
          "keep them in Secrets Manager, let a SecretProviderClass make the Secret, and replace what"
              + " was committed");
    }
  }

  private void left(FoundClass one, String reason, String hint) {
    notes.left(one.object(), one.object().at("/metadata/name"), " stays behind: " + reason, hint);
  }
}
