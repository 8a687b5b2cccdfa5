package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Location;
import io.kfaws.installation.OwnSecrets;
import io.kfaws.installation.OwnSecrets.OwnSecret;
import io.kfaws.secrets.JmesPath;
import io.kfaws.secrets.MountedObject;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A class that makes one of Kubeflow's own Secrets. A configuration names one secret of Secrets
 * Manager for it, and what else the class says is reported.
 *
 * @param from the class
 * @param secret the Secret, as the class makes it
 * @param own what kfaws makes of it
 * @param region the cluster's region
 * @param notes what is said of the import
 */
record OwnClass(FoundClass from, SyncedSecret secret, OwnSecret own, String region, Notes notes) {
  private static final String PARAMETERS = "/spec/parameters/";

  /**
   * What the AWS distribution has in the secret of the database, and kfaws in the configuration.
   */
  private static final Set<String> TOLD = Set.of("host", "port", "database");

  /** The label of the version that a secret has without one. */
  private static final String CURRENT = "AWSCURRENT";

  /** A key of the Secret and what it is read of. */
  private record Source(String key, MountedObject object, String file) {}

  /** The one secret that the configuration names; absent if the class names none. */
  Optional<Parameter> source() {
    Set<String> keys = new TreeSet<>(own.keys().stream().map(OwnSecrets.Key::key).toList());
    List<Source> sources =
        secret.data().stream()
            .filter(data -> keys.contains(data.key()))
            .flatMap(
                data ->
                    from.source(data.objectName()).stream()
                        .map(object -> new Source(data.key(), object, data.objectName())))
            .filter(source -> !Placeholder.is(source.object().objectName()))
            .toList();
    Optional<Source> first = sources.stream().findFirst();
    first.ifPresent(one -> compare(one, sources));
    return first.map(
        one -> new Parameter(one.key(), one.object().objectName(), from.at(one.object())));
  }

  private void compare(Source first, List<Source> sources) {
    sources.stream()
        .filter(other -> !other.object().objectName().equals(first.object().objectName()))
        .forEach(
            other ->
                left(
                    from.at(other.object()),
                    "the Secret's "
                        + other.key()
                        + " is read from "
                        + other.object().objectName()
                        + ", and "
                        + first.key()
                        + " from "
                        + first.object().objectName()
                        + "; the configuration takes one secret for both",
                    "put both into one secret of Secrets Manager, under the keys " + keys()));
    sources.stream().map(Source::object).distinct().forEach(this::object);
    sources.forEach(this::part);
    parameters();
    synced();
  }

  private String keys() {
    return String.join(" and ", own.keys().stream().map(OwnSecrets.Key::key).toList());
  }

  private void object(MountedObject object) {
    if (ClassEntry.isParameter(object)) {
      left(
          from.at(object),
          object.objectName()
              + " is a parameter of Parameter Store; kfaws reads a secret of Secrets Manager",
          "make a secret with the keys " + keys() + ", and name it in the configuration");
    }
    object
        .objectVersion()
        .ifPresent(version -> version(object, "objectVersion", "version " + version));
    object
        .objectVersionLabel()
        .filter(label -> !label.equals(CURRENT))
        .ifPresent(label -> version(object, "objectVersionLabel", "the version " + label));
    object
        .failoverObject()
        .ifPresent(
            failover ->
                left(
                    from.at(object, "failoverObject"),
                    "the class falls back to "
                        + failover.objectName()
                        + "; kfaws reads its own classes without failover",
                    NO_PLACE));
    mode(object.filePermission(), from.at(object, "filePermission"));
    object.jmesPath().forEach(part -> mode(part.filePermission(), from.at(object, "jmesPath")));
  }

  private static final String NO_PLACE =
      "if it has to stay, write a class of your own under secrets, and its Secret under another name";

  private void version(MountedObject object, String key, String version) {
    left(
        from.at(object, key),
        "the class reads " + version + "; kfaws reads the current one",
        "make that version the current one");
  }

  private void mode(Optional<String> mode, Location at) {
    mode.ifPresent(
        octal ->
            left(
                at,
                "the file has mode " + octal + "; kfaws leaves the provider's own",
                "nothing to do: only the workload that keeps the Secret alive mounts the file"));
  }

  /** Where the JSON of a secret has what the Secret's key holds. */
  private void part(Source source) {
    Optional<String> path =
        source.object().jmesPath().stream()
            .filter(part -> part.objectAlias().equals(source.file()))
            .map(JmesPath::path)
            .findFirst();
    if (path.isEmpty()) {
      left(
          from.at(source.object()),
          "the Secret's "
              + source.key()
              + " is the whole of "
              + source.object().objectName()
              + "; kfaws reads the key "
              + source.key()
              + " in it",
          "make the secret a JSON object with the keys " + keys());
    } else if (!path.get().equals(source.key())) {
      left(
          from.at(source.object()),
          "the secret has "
              + source.key()
              + " under "
              + path.get()
              + "; kfaws reads it under "
              + source.key(),
          "add the key " + source.key() + " to the secret");
    }
  }

  private void parameters() {
    from.model()
        .region()
        .filter(other -> !region.isEmpty() && !other.equals(region) && !Placeholder.is(other))
        .ifPresent(
            other ->
                left(
                    from.object().at(PARAMETERS + "region"),
                    "the class reads in " + other + "; kfaws reads it in the cluster's " + region,
                    "replicate the secret to " + region));
    parameter("failoverRegion", from.model().failoverRegion());
    parameter("preferredAddressType", from.model().preferredAddressType());
    parameter(
        "usePodIdentity", from.model().usePodIdentity().filter(uses -> uses).map(String::valueOf));
  }

  private void parameter(String key, Optional<String> value) {
    value.ifPresent(
        text ->
            left(
                from.object().at(PARAMETERS + key),
                "the class has " + key + ": " + text + "; kfaws writes its own classes without it",
                key.equals("usePodIdentity")
                    ? "the role needs the trust policy that kfaws writes, for IRSA"
                    : NO_PLACE));
  }

  /** What the Secret itself has. */
  private void synced() {
    int index = from.model().secretObjects().indexOf(secret);
    JsonPointer at = JsonPointer.compile("/spec/secretObjects").appendIndex(index);
    if (!secret.type().isEmpty() && !secret.type().equals("Opaque")) {
      left(
          from.object().at(at.appendProperty("type")),
          "the Secret is of type " + secret.type() + "; kfaws makes it Opaque",
          NO_PLACE);
    }
    for (Map.Entry<String, Integer> kind :
        Map.of("labels", secret.labels().size(), "annotations", secret.annotations().size())
            .entrySet()) {
      if (kind.getValue() > 0) {
        JsonNode keys = from.object().root().at(at.appendProperty(kind.getKey()));
        left(
            from.object().at(at.appendProperty(kind.getKey())),
            "the Secret has "
                + kind.getKey()
                + " of its own: "
                + String.join(", ", Walk.names(keys)),
            "keep them in a patch of your own");
      }
    }
    for (int i = 0; i < secret.data().size(); i++) {
      String key = secret.data().get(i).key();
      if (!TOLD.contains(key) && own.keys().stream().noneMatch(one -> one.key().equals(key))) {
        left(
            from.object().at(at.appendProperty("data").appendIndex(i)),
            "the Secret has a key " + key + ", which kfaws does not make",
            NO_PLACE);
      }
    }
  }

  private void left(Location at, String message, String hint) {
    notes.left(at, own.source(), message, hint);
  }
}
