package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.kube.Manifest;
import io.kfaws.schema.Schemas;
import io.kfaws.secrets.ClassDecoder;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Validates one object where it is written, and a SecretProviderClass by what is inside it, too:
 * what somebody else wrote by what its consumer accepts, and what kfaws wrote by the strict schema
 * of its own style. Thread-safe.
 */
public final class ObjectValidator {
  private static final String SECRETS = "external-secrets.io";
  private static final JsonPointer API_VERSION = JsonPointer.compile("/apiVersion");
  private static final SortedMap<String, Kind> KINDS = table();

  /**
   * A kind that can be validated alone.
   *
   * @param group its API group; empty for Kubernetes' core
   * @param schema the schema of what others write, below {@code schemas/}
   * @param leaving a version that goes away, and what becomes of it
   */
  private record Kind(String group, String schema, Map<String, String> leaving) {
    Kind(String group, String schema) {
      this(group, schema, Map.of());
    }
  }

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
    Map<String, String> beta =
        Map.of(
            SECRETS + "/v1beta1",
            "is not served any more by the operator's current releases, unless they are asked to");
    SortedMap<String, Kind> kinds = new TreeMap<>();
    kinds.put(
        "AuthorizationPolicy",
        new Kind("security.istio.io", "received/authorization-policy.schema.json"));
    kinds.put(
        "ClusterSecretStore", new Kind(SECRETS, "received/cluster-secret-store.schema.json", beta));
    kinds.put("ConfigMap", new Kind("", "received/config-map.schema.json"));
    kinds.put("ExternalSecret", new Kind(SECRETS, "received/external-secret.schema.json", beta));
    kinds.put("Deployment", new Kind("apps", "received/deployment.schema.json"));
    kinds.put("Namespace", new Kind("", "received/namespace.schema.json"));
    kinds.put("Profile", new Kind("kubeflow.org", ProfileValidator.SCHEMA));
    kinds.put(
        "RoleBinding", new Kind("rbac.authorization.k8s.io", "received/role-binding.schema.json"));
    kinds.put("Secret", new Kind("", "received/secret.schema.json"));
    kinds.put(
        "SecretProviderClass",
        new Kind(
            "secrets-store.csi.x-k8s.io",
            "received/secret-provider-class.schema.json",
            Map.of(
                "secrets-store.csi.x-k8s.io/v1alpha1",
                "is deprecated, and served until the driver drops it")));
    kinds.put("SecretStore", new Kind(SECRETS, "received/secret-store.schema.json", beta));
    kinds.put("ServiceAccount", new Kind("", "received/service-account.schema.json"));
    return Collections.unmodifiableSortedMap(kinds);
  }

  /** The kinds that it validates, each with its API group, which is empty for Kubernetes' core. */
  public static SortedMap<String, String> kinds() {
    SortedMap<String, String> groups = new TreeMap<>();
    KINDS.forEach((name, kind) -> groups.put(name, kind.group()));
    return groups;
  }

  /**
   * All findings about an object of kfaws' own, by the strict schema of its kind, sorted by place.
   */
  public List<Diagnostic> checkOwn(Document document) {
    Manifest manifest = Manifest.alone(document);
    List<Diagnostic> findings =
        new ArrayList<>(schemas.validate(manifest.schema(), manifest.document()));
    checkInside(WrittenClass.of(manifest), inside::check, findings);
    return findings.stream().sorted().toList();
  }

  /**
   * All findings about an object that somebody else wrote, sorted by place.
   *
   * @param received the object, as the API server takes it
   * @param classes a class that is found inside is added to these
   * @throws IllegalArgumentException if its kind is none of {@link #kinds}
   */
  List<Diagnostic> checkReceived(Document received, List<WrittenClass> classes) {
    Optional<Diagnostic> ofAnother = OtherProviderRule.check(received);
    if (ofAnother.isPresent()) {
      return List.of(ofAnother.get());
    }
    if (received.root().path("kind").asText().equals("Profile")) {
      return profiles.check(received);
    }
    Manifest manifest = Manifest.alone(ClassDecoder.manifest(received));
    Kind kind =
        Optional.ofNullable(KINDS.get(manifest.kind()))
            .orElseThrow(() -> new IllegalArgumentException("no such kind: " + manifest.kind()));
    List<Diagnostic> findings =
        new ArrayList<>(schemas.validateReceived(kind.schema(), manifest.document()));
    String version = received.root().path("apiVersion").asText();
    Optional.ofNullable(kind.leaving().get(version))
        .ifPresent(
            becomes ->
                findings.add(
                    Diagnostic.warning(
                        "deprecated-version",
                        received.at(API_VERSION),
                        Document.path(API_VERSION),
                        Formatted.value(received.root().at(API_VERSION)) + " " + becomes,
                        "write " + version.replaceFirst("/.*", "/v1"))));
    findings.addAll(StaticKeysRule.check(received));
    findings.addAll(ExternalSecretRule.check(received));
    Optional<WrittenClass> written = WrittenClass.received(manifest);
    written.ifPresent(classes::add);
    checkInside(written, inside::checkReceived, findings);
    return findings.stream().sorted().toList();
  }

  /** What has not the shape of a class is not judged by what it means. */
  private static void checkInside(
      Optional<WrittenClass> written,
      BiFunction<WrittenClass, Boolean, List<Diagnostic>> check,
      List<Diagnostic> findings) {
    boolean hasShape = findings.stream().noneMatch(Diagnostic::isError);
    written.ifPresent(it -> findings.addAll(check.apply(it, hasShape)));
  }
}
