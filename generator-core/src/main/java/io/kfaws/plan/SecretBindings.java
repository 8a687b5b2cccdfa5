package io.kfaws.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.installation.Installation;
import io.kfaws.installation.MountedBy;
import io.kfaws.installation.SecretDelivery;
import io.kfaws.installation.SecretEntry;
import io.kfaws.secrets.ExternalSecrets;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What templates see of {@code secrets}: files, each with the manifests of the classes that lie in
 * it and the workloads that mount them. A profile has one file, of all its entries; elsewhere each
 * entry has its own.
 */
final class SecretBindings {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The longest value of a label, and what is kept of a longer name before its digest. */
  private static final int LABEL = 63;

  private static final int DIGITS = 16;

  private final Installation configuration;
  private final SortedMap<String, ObjectNode> files = new TreeMap<>();

  private SecretBindings(Installation configuration) {
    this.configuration = configuration;
  }

  /**
   * The files, and the names of those outside profiles as their kustomization lists them.
   *
   * @param groups the names of the profiles of each folder
   */
  static ObjectNode of(Installation configuration, SortedMap<String, List<String>> groups) {
    Map<String, String> groupOf = new TreeMap<>();
    groups.forEach((group, names) -> names.forEach(name -> groupOf.put(name, group)));
    SecretBindings bindings = new SecretBindings(configuration);
    Set<String> resources = new TreeSet<>();
    for (SecretEntry entry : sorted(configuration)) {
      for (String namespace : entry.namespaces(configuration)) {
        if (entry.namespace().isPresent()) {
          String file = namespace + "/" + entry.name() + ".yaml";
          resources.add(file);
          bindings.add("secrets/" + file, entry, namespace);
        } else {
          String folder = "profiles/" + groupOf.get(namespace) + "/";
          bindings.add(folder + file(namespace), entry, namespace);
        }
      }
    }
    ObjectNode bound = JSON.objectNode();
    ArrayNode list = bound.putArray("files");
    bindings.files.forEach((path, file) -> list.add(file.put("path", path)));
    ArrayNode names = bound.putArray("resources");
    resources.forEach(names::add);
    return bound;
  }

  /** The file of a profile's secrets, below its group's folder. */
  static String file(String profile) {
    return "secrets/" + profile + ".yaml";
  }

  /** The profiles that have secrets. */
  static Set<String> profiles(Installation configuration) {
    Set<String> profiles = new TreeSet<>();
    configuration.secrets().stream()
        .filter(entry -> entry.namespace().isEmpty())
        .forEach(entry -> profiles.addAll(entry.namespaces(configuration)));
    return profiles;
  }

  /** By name, so that the order of the configuration plays no part. */
  private static List<SecretEntry> sorted(Installation configuration) {
    List<SecretEntry> sorted = new ArrayList<>(configuration.secrets());
    sorted.sort((a, b) -> a.name().compareTo(b.name()));
    return sorted;
  }

  private void add(String path, SecretEntry entry, String namespace) {
    ObjectNode file = files.computeIfAbsent(path, p -> empty());
    ArrayNode manifests = (ArrayNode) file.path("manifests");
    SecretProviderClass provider = entry.in(namespace);
    String reader = entry.serviceAccount().orElseThrow();
    if (configuration.secretDelivery() instanceof SecretDelivery.ExternalSecrets external) {
      String interval = external.refreshInterval().text();
      ExternalSecrets.of(provider, reader, interval).forEach(manifests::add);
      return;
    }
    ObjectNode manifest = provider.tree();
    manifests.add(manifest);
    if (entry.mountedBy().isPresent()) {
      ObjectNode mount = JSON.objectNode();
      mount.put("provider", provider.name()).put("namespace", namespace);
      mount.put("serviceAccount", reader);
      ArrayNode secrets = mount.putArray("secrets");
      entry.secretObjects().stream().map(SyncedSecret::secretName).forEach(secrets::add);
      if (entry.mountedBy().get() instanceof MountedBy.Workload workload) {
        mount.put("workload", workload.kind() + "/" + workload.name());
        ((ArrayNode) file.path("mounts")).add(mount);
      } else {
        String name = MountedBy.SyncWorkload.nameFor(provider.name());
        mount.put("name", name).put("label", label(name));
        mount.put("digest", digest(manifest.toString()));
        ((ArrayNode) file.path("syncs")).add(mount);
      }
    }
  }

  private static ObjectNode empty() {
    ObjectNode file = JSON.objectNode();
    file.putArray("manifests");
    file.putArray("mounts");
    file.putArray("syncs");
    return file;
  }

  /** A name as the value of a label; long ones differ in their ends, so a digest is there. */
  private static String label(String name) {
    return name.length() <= LABEL
        ? name
        : name.substring(0, LABEL - DIGITS - 1) + "-" + digest(name);
  }

  private static String digest(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }
}
