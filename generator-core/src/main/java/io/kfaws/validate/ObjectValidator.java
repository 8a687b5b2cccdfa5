package io.kfaws.validate;

import io.kfaws.Diagnostic;
import io.kfaws.kube.Manifest;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Validates one object where it is written, by the strict schema that kfaws' own output has to
 * meet, and a SecretProviderClass by what is inside it, too; a Profile as its consumers take it.
 * Thread-safe.
 */
public final class ObjectValidator {
  private static final SortedMap<String, Kind> KINDS = table();

  /**
   * A kind that can be validated alone.
   *
   * @param group its API group; empty for Kubernetes' core
   * @param schema its schema, below {@code schemas/}
   */
  private record Kind(String group, String schema) {}

  private final Schemas schemas;
  private final ClassRule inside;
  private final ProfileValidator profiles;

  /** A validator by these schemas. */
  public ObjectValidator(Schemas schemas) {
    this.schemas = schemas;
    this.inside = new ClassRule(schemas);
    this.profiles = new ProfileValidator(schemas);
  }

  private static SortedMap<String, Kind> table() {
    SortedMap<String, Kind> kinds = new TreeMap<>();
    kinds.put(
        "AuthorizationPolicy",
        new Kind("security.istio.io", "istio/authorization-policy.schema.json"));
    kinds.put("ConfigMap", new Kind("", "kubernetes/config-map.schema.json"));
    kinds.put(
        "ExternalSecret",
        new Kind("external-secrets.io", "external-secrets/external-secret.schema.json"));
    kinds.put("Deployment", new Kind("apps", "kubernetes/deployment.schema.json"));
    kinds.put("Namespace", new Kind("", "kubernetes/namespace.schema.json"));
    kinds.put("Profile", new Kind("kubeflow.org", ProfileValidator.SCHEMA));
    kinds.put(
        "RoleBinding",
        new Kind("rbac.authorization.k8s.io", "kubernetes/role-binding.schema.json"));
    kinds.put("Secret", new Kind("", "kubernetes/secret.schema.json"));
    kinds.put(
        "SecretProviderClass",
        new Kind("secrets-store.csi.x-k8s.io", "aws/secret-provider-class.schema.json"));
    kinds.put(
        "SecretStore",
        new Kind("external-secrets.io", "external-secrets/secret-store.schema.json"));
    kinds.put("ServiceAccount", new Kind("", "kubernetes/service-account.schema.json"));
    return Collections.unmodifiableSortedMap(kinds);
  }

  /** The kinds that it validates, each with its API group, which is empty for Kubernetes' core. */
  public static SortedMap<String, String> kinds() {
    SortedMap<String, String> groups = new TreeMap<>();
    KINDS.forEach((name, kind) -> groups.put(name, kind.group()));
    return groups;
  }

  /**
   * All findings about the object that a document holds, sorted by place.
   *
   * @throws IllegalArgumentException if its kind is none of {@link #kinds}
   */
  public List<Diagnostic> check(Document document) {
    return check(document, new ArrayList<>());
  }

  /** The same; a class that is found inside is added to these. */
  List<Diagnostic> check(Document document, List<WrittenClass> classes) {
    Manifest manifest = Manifest.alone(document);
    if (manifest.kind().equals("Profile")) {
      return profiles.check(document);
    }
    Kind kind =
        Optional.ofNullable(KINDS.get(manifest.kind()))
            .orElseThrow(() -> new IllegalArgumentException("no such kind: " + manifest.kind()));
    List<Diagnostic> findings = new ArrayList<>(schemas.validate(kind.schema(), document));
    boolean hasShape = findings.isEmpty();
    WrittenClass.of(manifest)
        .ifPresent(
            written -> {
              classes.add(written);
              findings.addAll(inside.check(written, hasShape));
            });
    return findings.stream().sorted().toList();
  }
}
