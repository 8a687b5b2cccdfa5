package io.kfaws.imports;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kfaws.MissingInput;
import io.kfaws.aws.Region;
import io.kfaws.installation.OwnSecrets;
import io.kfaws.installation.OwnSecrets.OwnSecret;
import io.kfaws.installation.SecretsReader;
import io.kfaws.kube.Manifest;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database and the bucket, as the AWS distribution's parameters and classes tell them. */
final class StoragePart implements Part {
  /** The namespace of Kubeflow's own. */
  static final String KUBEFLOW = "kubeflow";

  /** The Secrets that the distribution's two classes make, under whatever name they go. */
  static final OwnSecret RDS_SECRET = OwnSecrets.known().named("rds");

  static final OwnSecret S3_SECRET = OwnSecrets.known().named("s3");

  private static final String GLOBAL_ENDPOINT = "s3.amazonaws.com";

  private final Found found;
  private final List<FoundClass> classes;
  private final Map<MissingInput, String> given;
  private final Notes notes;

  StoragePart(Found found, List<FoundClass> classes, Map<MissingInput, String> given, Notes notes) {
    this.found = found;
    this.classes = classes;
    this.given = given;
    this.notes = notes;
  }

  @Override
  public void write(Draft configuration) {
    rds(configuration);
    s3(configuration);
    if (configuration.has("rds") || configuration.has(MissingInput.S3_SECRET.path())) {
      fill(configuration, MissingInput.SECRETS_READER_ROLE, roleOf(SecretsReader.ACCOUNT.name()));
    }
  }

  private void rds(Draft configuration) {
    Optional<Parameter> host = value("rds.host");
    if (host.isEmpty()) {
      unfilled("rds.host", "rds");
      return;
    }
    configuration.put("rds.host", host.get().value(), host.get().at());
    value("rds.port").ifPresent(port -> port(configuration, port));
    copy(configuration, "rds.databases.pipelines");
    copy(configuration, "rds.databases.cache");
    copy(configuration, "rds.databases.metadata");
    fill(
        configuration,
        MissingInput.RDS_SECRET,
        secret(RDS_SECRET, "RDS_SECRET", region(configuration)));
    rest();
  }

  private void port(Draft configuration, Parameter port) {
    boolean isNumber = port.value().matches("[0-9]{1,5}");
    configuration.put(
        "rds.port",
        isNumber
            ? IntNode.valueOf(Integer.parseInt(port.value()))
            : JsonNodeFactory.instance.textNode(port.value()),
        port.at());
  }

  /** Where the secret tells more than who logs in, the configuration has to tell it. */
  private void rest() {
    synced(RDS_SECRET.secret()).stream()
        .findFirst()
        .filter(
            entry -> entry.secret().data().stream().anyMatch(key -> key.key().equals("database")))
        .ifPresent(
            entry ->
                notes.look(
                    "value-in-secret",
                    entry.from().object().at("/metadata/name"),
                    "rds.databases.katib",
                    "port and Katib's database are in the secret, where an import does not look",
                    "set rds.port and rds.databases.katib, unless they are 3306 and kubeflow"));
  }

  private void s3(Draft configuration) {
    Optional<Parameter> bucket = value("s3.bucket");
    if (bucket.isEmpty()) {
      unfilled("s3.bucket", "s3");
      return;
    }
    configuration.put("s3.bucket", bucket.get().value(), bucket.get().at());
    copy(configuration, "s3.region");
    String region =
        configuration.has("s3.region")
            ? configuration.text("s3.region")
            : configuration.text("cluster.region");
    value("s3.endpoint").ifPresent(host -> endpoint(configuration, host, region));
    if (configuration.text("s3.region").equals(configuration.text("cluster.region"))) {
      configuration.remove("s3.region");
    }
    access(configuration);
  }

  private void endpoint(Draft configuration, Parameter host, String region) {
    if (host.value().equals(GLOBAL_ENDPOINT)) {
      notes.left(
          host.at(),
          "s3.endpoint",
          "the global endpoint gives way to the bucket's regional one, which is right everywhere",
          "only an endpoint of your own, such as a VPC endpoint's, is named under s3.endpoint");
    } else if (!host.value().equals(regional(region))) {
      configuration.put("s3.endpoint", host.value(), host.at());
    }
  }

  private static String regional(String region) {
    try {
      return Region.of(region).s3Endpoint();
    } catch (IllegalArgumentException e) {
      return ""; // reading the configuration tells what is wrong with the region, at its place
    }
  }

  /** A role of ml-pipeline is how pipelines get in; else the access key that a class reads. */
  private void access(Draft configuration) {
    Optional<Parameter> role = roleOf(Accounts.PIPELINES);
    Optional<Parameter> key = secret(S3_SECRET, "S3_SECRET", region(configuration));
    boolean saysKey =
        given.containsKey(MissingInput.S3_SECRET)
            && !given.containsKey(MissingInput.PIPELINES_ROLE);
    boolean isRole = role.isPresent() || given.containsKey(MissingInput.PIPELINES_ROLE);
    if (isCutOff(configuration) && !isRole && !saysKey && key.isEmpty()) {
      notes.left(
          configuration.origin(Document.pointer("s3.bucket")).orElseThrow(),
          "s3.bucket",
          "the configuration has no s3: the checkout has neither service account "
              + Accounts.PIPELINES
              + " nor a class that makes "
              + S3_SECRET.secret(),
          MissingInput.PIPELINES_ROLE.option()
              + " or "
              + MissingInput.S3_SECRET.option()
              + " says how pipelines access the bucket");
      configuration.remove("s3");
    } else if (saysKey || (!isRole && key.isPresent())) {
      fill(configuration, MissingInput.S3_SECRET, key);
    } else {
      fill(configuration, MissingInput.PIPELINES_ROLE, role);
      key.ifPresent(
          unused ->
              notes.left(
                  unused.at(),
                  MissingInput.S3_SECRET.path(),
                  "pipelines use the role of ml-pipeline, so no access key is needed",
                  "to use the key instead, say "
                      + MissingInput.S3_SECRET.option()
                      + " "
                      + unused.value()));
    }
  }

  private static String region(Draft configuration) {
    return configuration.text(MissingInput.REGION.path());
  }

  /** Whether the bucket is of a checkout without the files that say who accesses it. */
  private boolean isCutOff(Draft configuration) {
    boolean isDistributed =
        configuration
            .origin(Document.pointer("s3.bucket"))
            .filter(at -> found.isDistributed(at.source()))
            .isPresent();
    return isDistributed
        && found.parameters().place("S3_SECRET").isEmpty()
        && found.all("ServiceAccount").noneMatch(one -> one.name().equals(Accounts.PIPELINES));
  }

  /** What the parameters of a path of the configuration tell. */
  private Optional<Parameter> value(String path) {
    return found.parameters().value(StorageKeys.of(path));
  }

  private void copy(Draft configuration, String path) {
    value(path).ifPresent(one -> configuration.put(path, one.value(), one.at()));
  }

  private void fill(Draft configuration, MissingInput gap, Optional<Parameter> known) {
    Optional<String> said = Optional.ofNullable(given.get(gap));
    if (said.isPresent()) {
      configuration.put(gap.path(), said.get(), gap.location());
    } else if (known.isPresent()) {
      configuration.put(gap.path(), known.get().value(), known.get().at());
    } else {
      notes.error(
          "missing-value",
          gap.location(),
          gap.path(),
          "nothing that was read has it",
          gap.option() + " <value>: " + gap.purpose());
    }
  }

  private void unfilled(String path, String section) {
    String key = StorageKeys.of(path).get(0);
    found
        .parameters()
        .place(key)
        .ifPresent(
            at ->
                notes.placeholder(
                    at,
                    key,
                    "is not filled in, so the configuration has no " + section,
                    "if it should, fill it in and import again"));
  }

  /** The role of one of Kubeflow's own service accounts. */
  private Optional<Parameter> roleOf(String account) {
    return found
        .all("ServiceAccount")
        .filter(object -> object.name().equals(account) && isKubeflow(object))
        .filter(object -> !Placeholder.is(object.annotation(Accounts.ROLE)))
        .map(
            object ->
                new Parameter(
                    Accounts.ROLE,
                    object.annotation(Accounts.ROLE),
                    object.annotationAt(Accounts.ROLE)))
        .findFirst();
  }

  /** Whether it is in namespace kubeflow, or in none, as in a folder of kustomize that sets one. */
  static boolean isKubeflow(Manifest object) {
    return object.namespace().equals(KUBEFLOW) || object.namespace().isEmpty();
  }

  private record Synced(FoundClass from, SyncedSecret secret) {}

  /** The classes that make a Secret: the first one is taken. */
  private List<Synced> synced(String secretName) {
    List<Synced> all = new ArrayList<>();
    for (FoundClass one : classes) {
      if (isKubeflow(one.object())) {
        one.synced(secretName).map(secret -> new Synced(one, secret)).ifPresent(all::add);
      }
    }
    for (int i = 1; i < all.size(); i++) {
      if (found.isRather(all.get(i).from().object(), all.get(0).from().object())) {
        Collections.swap(all, 0, i);
      }
    }
    return all;
  }

  /**
   * The secret of Secrets Manager that a Secret of Kubeflow's is made of.
   *
   * @param parameter the name by which users know it
   */
  private Optional<Parameter> secret(OwnSecret own, String parameter, String region) {
    List<Synced> all = synced(own.secret());
    if (all.isEmpty()) {
      return found.parameters().value(parameter);
    }
    Manifest first = all.get(0).from().object();
    all.stream()
        .skip(1)
        .map(other -> other.from().object())
        .forEach(
            other ->
                notes.left(
                    other.at("/metadata/name"),
                    own.source(),
                    other.words()
                        + " makes Secret "
                        + own.secret()
                        + " as "
                        + first.words()
                        + " in "
                        + first.at("/metadata/name")
                        + " does, and that one is taken",
                    "delete the one that is not applied, or import without it"));
    return new OwnClass(all.get(0).from(), all.get(0).secret(), own, region, notes).source();
  }
}
