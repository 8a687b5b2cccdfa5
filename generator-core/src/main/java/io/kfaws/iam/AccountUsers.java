package io.kfaws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who uses service accounts, as the generated files say: the pods of their Deployments, and the
 * External Secrets Operator, which asks for a token of the account that a SecretStore names
 * (External Secrets Operator, AWS provider, "EKS Service Account credentials").
 */
final class AccountUsers {
  private static final String OPERATOR = "External Secrets Operator";

  /** A pod that names no account runs as this one (Kubernetes, "Service Accounts"). */
  private final SortedMap<ServiceAccount, SortedSet<String>> users = new TreeMap<>();

  private AccountUsers() {}

  static AccountUsers in(List<Root> roots) {
    AccountUsers seen = new AccountUsers();
    for (Root root : roots) {
      root.manifests().stream()
          .filter(manifest -> manifest.role() == Manifest.Role.WHOLE)
          .forEach(manifest -> seen.object(manifest.root()));
    }
    return seen;
  }

  private void object(JsonNode object) {
    String namespace = object.path("metadata").path("namespace").asText();
    if (object.path("kind").asText().equals("Deployment")) {
      String account =
          object.at("/spec/template/spec/serviceAccountName").asText(ServiceAccount.DEFAULT);
      add(namespace, account, "Deployment " + object.path("metadata").path("name").asText());
    } else if (object.path("kind").asText().equals("SecretStore")) {
      JsonNode account = object.at("/spec/provider/aws/auth/jwt/serviceAccountRef/name");
      add(namespace, account.asText(), OPERATOR);
    }
  }

  private void add(String namespace, String account, String user) {
    ServiceAccount.of(namespace, account)
        .ifPresent(name -> users.computeIfAbsent(name, first -> new TreeSet<>()).add(user));
  }

  /** Who uses an account; nobody if the files say nothing. */
  List<String> of(ServiceAccount account) {
    return Optional.ofNullable(users.get(account)).map(List::copyOf).orElse(List.of());
  }
}
