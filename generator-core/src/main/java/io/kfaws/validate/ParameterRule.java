package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import io.kfaws.text.EnvFile;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The env files of ConfigMaps say what kustomize reads in them; those of which kfaws has a model
 * have its keys, each with a value of its form.
 */
record ParameterRule(Parameters known) implements RootRule {
  ParameterRule() {
    this(Parameters.known());
  }

  @Override
  public List<Diagnostic> check(Root overlay) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Manifest manifest : overlay.manifests()) {
      if (manifest.role() == Manifest.Role.KUSTOMIZATION) {
        JsonNode generators = manifest.root().path("configMapGenerator");
        for (int i = 0; i < generators.size(); i++) {
          JsonPointer at = JsonPointer.compile("/configMapGenerator").appendIndex(i);
          generator(overlay, manifest, at, findings);
        }
      }
    }
    return findings;
  }

  private void generator(
      Root overlay, Manifest manifest, JsonPointer at, List<Diagnostic> findings) {
    Map<String, Location> first = new TreeMap<>();
    JsonNode generator = manifest.root().at(at);
    for (JsonNode name : generator.path("envs")) {
      String path = Root.beside(manifest, name.asText());
      EnvFile file = overlay.parameters(manifest, name.asText());
      findings.addAll(file.findings());
      twice(file, first, findings);
      known.of(path).ifPresent(model -> validate(model, path, file, findings));
    }
  }

  /** Kustomize refuses a key that two files of one ConfigMap have. */
  private static void twice(EnvFile file, Map<String, Location> first, List<Diagnostic> findings) {
    for (EnvFile.Entry entry : file.entries()) {
      Location other = first.putIfAbsent(entry.key(), entry.keyAt());
      if (other != null && !other.source().equals(entry.keyAt().source())) {
        findings.add(
            Diagnostic.error(
                "duplicate-config-map-key",
                entry.keyAt(),
                entry.key(),
                "another file of the ConfigMap has the key, too",
                "it is in " + other + "; keep one of them"));
      }
    }
  }

  private void validate(
      Parameters.File model, String path, EnvFile file, List<Diagnostic> findings) {
    Set<String> there = file.values().keySet();
    Set<String> free = new TreeSet<>(known.others().getOrDefault(model.configMap(), List.of()));
    Set<String> all = new TreeSet<>(free);
    model.keys().forEach(key -> all.add(key.key()));
    for (EnvFile.Entry entry : file.entries()) {
      model
          .key(entry.key())
          .ifPresentOrElse(
              key -> form(key, entry, findings),
              () -> {
                if (!free.contains(entry.key())) {
                  findings.add(unknown(entry, model, all));
                }
              });
    }
    // What could not be read is told already.
    List<Parameters.Key> keys = file.findings().isEmpty() ? model.keys() : List.of();
    for (Parameters.Key key : keys) {
      if (!there.contains(key.key())) {
        findings.add(
            Diagnostic.error(
                "missing-parameter",
                Location.of(path),
                key.key(),
                "the file does not say it, and Kubeflow would keep its own value",
                "write " + key.key() + "={{ " + key.path() + " | env }} in its template"));
      }
    }
  }

  private static Diagnostic unknown(EnvFile.Entry entry, Parameters.File model, Set<String> all) {
    return Diagnostic.error(
        "unknown-parameter",
        entry.keyAt(),
        entry.key(),
        "nothing reads this key",
        Nearest.to(entry.key(), all)
            .map(nearest -> "did you mean " + nearest + "?")
            .orElse(
                "kfaws writes "
                    + model.keys().stream()
                        .map(Parameters.Key::key)
                        .collect(Collectors.joining(", "))));
  }

  private static void form(Parameters.Key key, EnvFile.Entry entry, List<Diagnostic> findings) {
    if (EnvFile.flaw(entry.value()).isEmpty() && !key.form().holds(entry.value())) {
      findings.add(
          Diagnostic.error(
              "bad-parameter-value",
              entry.valueAt(),
              entry.key(),
              "the value is not " + key.form().words(),
              hint(key, entry.value())));
    }
  }

  private static String hint(Parameters.Key key, String value) {
    String bare = value.strip();
    if (bare.length() > 1 && "\"'".indexOf(bare.charAt(0)) >= 0) {
      return "kustomize takes quotes as part of the value: remove them";
    }
    if (bare.contains(" #")) {
      return "kustomize takes what follows a value as part of it: a comment has a line of its own";
    }
    return bare.length() < value.length()
        ? "kustomize takes white space as part of the value: remove it"
        : "write {{ "
            + key.path()
            + " | env }} in its template; for example "
            + key.form().example();
  }
}
