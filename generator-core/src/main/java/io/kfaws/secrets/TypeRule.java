package io.kfaws.secrets;

import io.kfaws.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the type of a Secret demands of its keys (Kubernetes, "Types of Secret", and the API
 * server's ValidateSecret; the driver's {@code secretutil}, GetCertPart). The driver has it refused
 * by the API server, time and again.
 */
final class TypeRule {
  private static final String TLS = "kubernetes.io/tls";
  private static final String TOKEN = "kubernetes.io/service-account-token";
  private static final String ACCOUNT = "kubernetes.io/service-account.name";

  /** The keys that a type demands, all of them. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          TLS,
          List.of("tls.crt", "tls.key"),
          "kubernetes.io/dockerconfigjson",
          List.of(".dockerconfigjson"),
          "kubernetes.io/dockercfg",
          List.of(".dockercfg"),
          "kubernetes.io/ssh-auth",
          List.of("ssh-privatekey"),
          "bootstrap.kubernetes.io/token",
          List.of("token-id", "token-secret"));

  /** Kubernetes' own types; its prefix is reserved for them, any other type is anybody's. */
  private static final Set<String> TYPES =
      Set.of(
          "Opaque",
          TLS,
          TOKEN,
          "kubernetes.io/dockerconfigjson",
          "kubernetes.io/dockercfg",
          "kubernetes.io/basic-auth",
          "kubernetes.io/ssh-auth",
          "bootstrap.kubernetes.io/token");

  private TypeRule() {}

  static void check(SecretProviderClass provider, List<Violation> violations) {
    for (int i = 0; i < provider.secretObjects().size(); i++) {
      check("/secretObjects/" + i, provider.secretObjects().get(i), violations);
    }
  }

  private static void check(String at, SyncedSecret secret, List<Violation> violations) {
    boolean reserved =
        secret.type().contains("kubernetes.io/") || secret.type().equalsIgnoreCase("opaque");
    if (reserved && !TYPES.contains(secret.type())) {
      violations.add(
          SecretRule.UNKNOWN_SECRET_TYPE.at(
              at + "/type",
              "Kubernetes knows no type " + SecretRule.shown(secret.type()),
              Nearest.to(secret.type(), TYPES)
                  .map(nearest -> "did you mean " + nearest + "?")
                  .orElse("write Opaque, or " + String.join(", ", new TreeSet<>(TYPES)))));
    }
    Set<String> keys =
        secret.data().stream()
            .map(SyncedSecret.SyncedKey::key)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> missing =
        KEYS.getOrDefault(secret.type(), List.of()).stream()
            .filter(key -> !keys.contains(key))
            .toList();
    if (!missing.isEmpty()) {
      violations.add(missing(at, secret, String.join(" and ", missing)));
    }
    if (secret.type().equals("kubernetes.io/basic-auth")
        && !keys.contains("username")
        && !keys.contains("password")) {
      violations.add(missing(at, secret, "username or password"));
    }
    if (secret.type().equals(TLS)) {
      for (int j = 0; j < secret.data().size(); j++) {
        String key = secret.data().get(j).key();
        if (!KEYS.getOrDefault(TLS, List.of()).contains(key)) {
          violations.add(
              SecretRule.UNSUPPORTED_SECRET_KEY.at(
                  at + "/data/" + j + "/key",
                  "the driver makes tls.crt and tls.key of this type, and not "
                      + SecretRule.shown(key),
                  "write the key into a Secret of its own"));
        }
      }
    }
    if (secret.type().equals(TOKEN) && !secret.annotations().containsKey(ACCOUNT)) {
      violations.add(
          SecretRule.MISSING_TYPE_ANNOTATION.at(
              at + "/type",
              "a Secret of this type needs annotation " + ACCOUNT,
              "write annotations: {" + ACCOUNT + ": <service account>}"));
    }
  }

  private static Violation missing(String at, SyncedSecret secret, String keys) {
    return SecretRule.MISSING_TYPE_KEY.at(
        at + "/type",
        "a Secret of type " + secret.type() + " needs " + keys,
        "add the key under data, or write type: Opaque");
  }
}
