package io.kfaws.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.SecretsReader;
import io.kfaws.kube.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Service accounts that take a role: those of profiles, and all others. */
final class Accounts {
  /** Who pipelines run as, in namespace kubeflow. */
  static final String PIPELINES = "ml-pipeline";

  private static final String PREFIX = "eks.amazonaws.com/";

  /** The annotation by which a service account names its role. */
  static final String ROLE = PREFIX + "role-arn";

  private static final Map<String, String> OPTIONS =
      Map.of(
          PREFIX + "audience", "identity.audience",
          PREFIX + "token-expiration", "identity.tokenExpiration",
          PREFIX + "sts-regional-endpoints", "identity.stsRegionalEndpoints");

  /** Kubeflow's own, whose roles have keys of their own in a configuration. */
  private static final Set<String> OWN =
      Set.of(PIPELINES, "ml-pipeline-ui", SecretsReader.ACCOUNT.name());

  private final Found found;
  private final Notes notes;

  Accounts(Found found, Notes notes) {
    this.found = found;
    this.notes = notes;
  }

  /** Those that name a role. */
  private List<Manifest> all() {
    return found.all("ServiceAccount").filter(Accounts::namesRole).toList();
  }

  private static boolean namesRole(Manifest account) {
    return !account.annotation(ROLE).isEmpty();
  }

  private static Location place(Manifest account) {
    return account.annotationAt(ROLE);
  }

  private static Parameter role(Manifest account) {
    return new Parameter(account.name(), account.annotation(ROLE), place(account));
  }

  /** The role of a service account. */
  Optional<Parameter> role(String namespace, String name) {
    return found
        .in(namespace, "ServiceAccount")
        .filter(account -> account.name().equals(name) && namesRole(account))
        .map(Accounts::role)
        .filter(Parameter::isFilled)
        .findFirst();
  }

  /** Says which annotations of a profile's account name another role than its plugin does. */
  void differing(String namespace, Parameter role) {
    found
        .in(namespace, "ServiceAccount")
        .filter(account -> account.name().equals(ServiceAccount.EDITOR) && namesRole(account))
        .map(Accounts::role)
        .filter(other -> other.isFilled() && !other.value().equals(role.value()))
        .forEach(
            other ->
                notes.left(
                    other.at(),
                    "",
                    "service account "
                        + namespace
                        + "/"
                        + other.key()
                        + " has another role than the plugin of its Profile gives it",
                    "the configuration has the plugin's; if the other one is right, write it under"
                        + " identity.roleArn"));
  }

  /** Puts the accounts of no profile under roles, and what all accounts agree on under identity. */
  void others(Draft configuration, Set<String> profiles) {
    Map<String, String> ofProfiles = rolesOf(configuration);
    Map<String, Draft> roles = new LinkedHashMap<>();
    for (Manifest account : all()) {
      boolean isOfProfile = profiles.contains(account.namespace());
      boolean isKnown =
          Set.of(ServiceAccount.EDITOR, ServiceAccount.DEFAULT).contains(account.name());
      if (!role(account).isFilled()) {
        unfilled(account);
      } else if (OWN.contains(account.name()) && StoragePart.isKubeflow(account)) {
        own(configuration, account);
      } else if (account.namespace().isEmpty()) {
        notes.left(
            account.at("/metadata/name"),
            "metadata.namespace",
            account.words() + " is in no namespace",
            "build its kustomization, and import what comes out");
      } else if (!isOfProfile || !isKnown) {
        add(roles, account);
      } else if (account.name().equals(ServiceAccount.DEFAULT)
          && !role(account).value().equals(ofProfiles.get(account.namespace()))) {
        add(roles, account);
        notes.look(
            "account-with-own-role",
            account,
            place(account),
            "roles",
            "service account "
                + account.namespace()
                + "/"
                + ServiceAccount.DEFAULT
                + " has another role than its profile, so it is under roles",
            "kfaws does not write this service account: keep its annotation in a file of your own");
      }
    }
    roles.values().forEach(role -> configuration.add("roles", role, role.origin()));
    OPTIONS.keySet().stream().sorted().forEach(option -> option(configuration, option));
  }

  /** The roles of the profiles, by their names. */
  private static Map<String, String> rolesOf(Draft configuration) {
    Map<String, String> roles = new HashMap<>();
    configuration
        .tree()
        .path("profiles")
        .forEach(
            profile ->
                roles.put(profile.path("name").asText(), profile.at("/identity/roleArn").asText()));
    return roles;
  }

  private void unfilled(Manifest account) {
    notes.placeholder(
        place(account),
        "metadata.annotations",
        account.words() + " names no role",
        account.name().equals(PIPELINES)
            ? "if pipelines have one, say " + MissingInput.PIPELINES_ROLE.option()
            : "if it has one, fill it in and import again");
  }

  /** The configuration has one role for all of pipelines. */
  private void own(Draft configuration, Manifest account) {
    Parameter role = role(account);
    boolean isReader = account.name().equals(SecretsReader.ACCOUNT.name());
    String path =
        isReader ? MissingInput.SECRETS_READER_ROLE.path() : MissingInput.PIPELINES_ROLE.path();
    if (!configuration.text(path).equals(role.value())) {
      notes.left(
          role.at(),
          path,
          configuration.has(path)
              ? account.words() + " has another role than the configuration gives it"
              : account.words() + " has a role that nothing in the configuration needs",
          configuration.has(path) ? "give both what they need in one role" : "nothing to do");
    }
  }

  private static void add(Map<String, Draft> roles, Manifest account) {
    Parameter role = role(account);
    Draft entry =
        roles.computeIfAbsent(
            role.value(),
            arn -> {
              Draft made = new Draft();
              made.put("roleArn", arn, role.at());
              made.put("serviceAccounts", JsonNodeFactory.instance.arrayNode(), role.at());
              return made;
            });
    ((ArrayNode) entry.tree().path("serviceAccounts"))
        .addObject()
        .put("namespace", account.namespace())
        .put("name", account.name());
  }

  private void option(Draft configuration, String annotation) {
    String path = OPTIONS.getOrDefault(annotation, "");
    List<Manifest> with = new ArrayList<>();
    all().stream().filter(one -> !one.annotation(annotation).isEmpty()).forEach(with::add);
    if (with.isEmpty()) {
      return;
    }
    List<String> values = with.stream().map(one -> one.annotation(annotation)).distinct().toList();
    if (values.size() == 1) {
      configuration.put(path, value(values.get(0)), with.get(0).annotationAt(annotation));
    } else {
      notes.left(
          with.get(0).annotationAt(annotation),
          path,
          "service accounts differ in " + annotation + "; a configuration has one value for all",
          "set " + path + " to what is right for all of them");
    }
  }

  private static JsonNode value(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return IntNode.valueOf(Integer.parseInt(text));
    }
    return text.equals("true") || text.equals("false")
        ? BooleanNode.valueOf(text.equals("true"))
        : TextNode.valueOf(text);
  }
}
