package io.kfaws.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.Contributor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What templates see of the profiles: the configuration's own keys, and beside them what follows
 * from the release and from the other profiles.
 */
final class ProfileBindings {
  /** The account that the profile controller's IAM plugin annotates, and the only one. */
  private static final String PLUGIN_ACCOUNT = ServiceAccount.EDITOR;

  private static final String RBAC = "rbac.authorization.k8s.io";

  private final JsonNode facts;
  private final Map<String, String> roles;
  private final Optional<String> patched;

  /**
   * Bindings for a release.
   *
   * @param facts the release's facts
   * @param roles the ARN of each profile's role
   * @param patched the profile that the base brings, where overlays patch it
   */
  ProfileBindings(JsonNode facts, Map<String, String> roles, Optional<String> patched) {
    this.facts = facts.path("profiles");
    this.roles = roles;
    this.patched = patched;
  }

  /**
   * Adds what templates need to every profile of a whole configuration, and sorts them by name.
   *
   * @param withSecrets the profiles that have a file of secrets
   */
  void complete(
      ObjectNode configuration, SortedMap<String, List<String>> groups, Set<String> withSecrets) {
    Map<String, String> groupOf = new HashMap<>();
    ArrayNode folders = configuration.putArray("profileGroups");
    groups.forEach(
        (group, names) -> {
          ArrayNode files = folders.addObject().put("name", group).putArray("files");
          names.forEach(name -> files.add(name + ".yaml"));
          names.stream()
              .filter(withSecrets::contains)
              .forEach(name -> files.add(SecretBindings.file(name)));
          names.forEach(name -> groupOf.put(name, group));
        });
    SortedMap<String, ObjectNode> byName = new TreeMap<>();
    configuration
        .path("profiles")
        .forEach(p -> byName.put(p.path("name").asText(), (ObjectNode) p));
    ArrayNode profiles = configuration.putArray("profiles");
    byName.forEach(
        (name, profile) -> profiles.add(complete(profile).put("group", groupOf.get(name))));
    if (configuration.path("sampleProfile") instanceof ObjectNode sample) {
      patched.ifPresent(name -> sample.set("patched", byName.get(name)));
    }
  }

  private ObjectNode complete(ObjectNode profile) {
    String name = profile.path("name").asText();
    profile.put("added", patched.filter(name::equals).isEmpty());
    labels(profile);
    ArrayNode accounts = profile.putArray("accounts");
    JsonNode identity = profile.path("identity");
    for (JsonNode account : identity.path("serviceAccounts")) {
      accounts.addObject().put("name", account.asText()).put("roleArn", roles.get(name));
      if (account.asText().equals(PLUGIN_ACCOUNT)) {
        plugin(profile, identity.path("annotateOnly").asBoolean());
      }
    }
    profile.put("userHeader", "request.headers[" + facts.path("userHeader").asText() + "]");
    profile.set("principals", facts.path("principals"));
    profile
        .path("contributors")
        .forEach(contributor -> completeContributor((ObjectNode) contributor));
    return profile;
  }

  /** The controller gives its own labels only to a namespace that it makes itself. */
  private void labels(ObjectNode profile) {
    ObjectNode namespace = (ObjectNode) profile.path("namespace");
    ObjectNode labels = facts.path("namespaceLabels").deepCopy();
    labels.setAll((ObjectNode) namespace.path("labels"));
    namespace.set("labels", labels);
  }

  /** Where the plugin cannot be kept from editing the trust policy, the annotation has to do. */
  private void plugin(ObjectNode profile, boolean annotateOnly) {
    if (!annotateOnly || facts.path("annotateOnly").asBoolean()) {
      profile
          .putObject("plugin")
          .put("awsIamRole", roles.get(profile.path("name").asText()))
          .put("annotateOnly", annotateOnly);
    }
  }

  private void completeContributor(ObjectNode contributor) {
    String kind = contributor.path("kind").asText();
    String name = contributor.path("name").asText();
    String role = contributor.path("role").asText();
    if (!kind.equals("ServiceAccount")) {
      contributor.put("apiGroup", RBAC);
    }
    contributor.put("binding", binding(kind, name, role));
    contributor.put("clusterRole", "kubeflow-" + role);
    contributor.put("header", facts.path("userPrefix").asText() + name);
  }

  /**
   * The name of a contributor's RoleBinding and AuthorizationPolicy, which access management finds
   * again by it: kind, name, the kind of the role and the role, in lower case, everything but
   * letters and digits a hyphen (kubeflow/kubeflow, components/access-management/kfam/bindings.go).
   */
  static String binding(Contributor contributor) {
    return binding(
        contributor.kind().toString(), contributor.name(), contributor.role().toString());
  }

  private static String binding(String kind, String name, String role) {
    String words = String.join("-", kind, name, "ClusterRole", role);
    return words.replaceAll("[^a-zA-Z0-9]+", "-").toLowerCase(Locale.ROOT);
  }
}
