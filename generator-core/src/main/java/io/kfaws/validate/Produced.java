package io.kfaws.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Provided;
import io.kfaws.kube.Reference;
import io.kfaws.kube.Root;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ConfigMaps and Secrets, by key, that are there once an overlay is built and its classes are
 * mounted or its ExternalSecrets are synced, and the ServiceAccounts and classes.
 */
final class Produced {
  private final Map<Reference, Set<String>> keys = new HashMap<>();

  private Produced() {}

  /** What the base brings, less what the overlay deletes, and what the overlay adds. */
  static Produced by(Root overlay, Provided provided) {
    Produced produced = new Produced();
    String namespace = Provided.NAMESPACE;
    provided.configMaps().forEach((name, k) -> produced.add("ConfigMap", namespace, name, k));
    provided.secrets().forEach((name, k) -> produced.add("Secret", namespace, name, k));
    provided
        .serviceAccounts()
        .forEach(n -> produced.add("ServiceAccount", namespace, n, List.of()));
    overlay.manifests().stream()
        .filter(Manifest::isDeletion)
        .forEach(manifest -> produced.keys.remove(manifest.object().reference().named()));
    for (Manifest manifest : overlay.manifests()) {
      if (!manifest.isDeletion() && manifest.role() != Manifest.Role.OPERATIONS) {
        produced.add(overlay, manifest);
      }
    }
    return produced;
  }

  /** The keys of an object; absent if there is no such object. */
  Optional<Set<String>> keys(Reference to) {
    return Optional.ofNullable(keys.get(to.whole()));
  }

  /** The names of the objects of a kind in a namespace. */
  List<String> names(String kind, String namespace) {
    return keys.keySet().stream()
        .filter(it -> it.kind().equals(kind) && it.namespace().equals(namespace))
        .map(Reference::name)
        .sorted()
        .toList();
  }

  private void add(Root overlay, Manifest manifest) {
    JsonNode root = manifest.root();
    if (manifest.role() == Manifest.Role.KUSTOMIZATION) {
      root.path("configMapGenerator").forEach(item -> generate(overlay, manifest, item));
    } else if (manifest.kind().equals("SecretProviderClass")) {
      add(manifest.object().reference().named(), List.of());
      for (JsonNode secret : root.at("/spec/secretObjects")) {
        Set<String> data = new TreeSet<>();
        secret.path("data").forEach(entry -> data.add(entry.path("key").asText()));
        add("Secret", manifest.namespace(), secret.path("secretName").asText(), data);
      }
    } else if (manifest.kind().equals("ExternalSecret")) {
      Set<String> data = new TreeSet<>();
      root.at("/spec/data").forEach(entry -> data.add(entry.path("secretKey").asText()));
      add("Secret", manifest.namespace(), root.at("/spec/target/name").asText(), data);
    } else {
      Set<String> data = new TreeSet<>();
      for (String field : List.of("data", "stringData", "binaryData")) {
        root.path(field).fieldNames().forEachRemaining(data::add);
      }
      add(manifest.object().reference().named(), data);
    }
  }

  private void generate(Root overlay, Manifest manifest, JsonNode generator) {
    Set<String> data = new TreeSet<>();
    for (JsonNode env : generator.path("envs")) {
      data.addAll(overlay.parameters(manifest, env.asText()).values().keySet());
    }
    for (JsonNode file : generator.path("files")) {
      String name = file.asText();
      data.add(name.contains("=") ? name.substring(0, name.indexOf('=')) : lastName(name));
    }
    generator
        .path("literals")
        .forEach(pair -> data.add(pair.asText().substring(0, pair.asText().indexOf('='))));
    add(
        "ConfigMap",
        generator.path("namespace").asText(Provided.NAMESPACE),
        generator.path("name").asText(),
        data);
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void add(String kind, String namespace, String name, Collection<String> data) {
    add(Reference.to(kind, namespace, name), data);
  }

  private void add(Reference to, Collection<String> data) {
    keys.computeIfAbsent(to, k -> new TreeSet<>()).addAll(data);
  }
}
