package io.kfaws.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.config.Installation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What templates see of the roles: pages, each with the commands for its roles by account, and the
 * policies, each a file.
 */
final class IamBindings {
  private static final String FOLDER = "iam";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Installation wish;
  private final TrustPolicies trust;
  private final ArrayNode files = JSON.arrayNode();

  private IamBindings(Installation wish, TrustPolicies trust) {
    this.wish = wish;
    this.trust = trust;
  }

  /**
   * The roles of profiles that lie in one of several folders have a page of their own, so that
   * pages stay short and another profile changes no other; all else is on the first.
   */
  static ObjectNode of(
      Installation wish,
      TrustPolicies trust,
      List<PlannedRole> roles,
      SortedMap<String, List<String>> groups) {
    Map<String, String> groupOf = new TreeMap<>();
    if (groups.size() > 1) {
      groups.forEach((group, names) -> names.forEach(name -> groupOf.put(name, group)));
    }
    SortedMap<String, List<PlannedRole>> pages = new TreeMap<>(Map.of("", new ArrayList<>()));
    List<PlannedRole> installationFirst =
        roles.stream().sorted(Comparator.comparing(PlannedRole::isOfProfilesOnly)).toList();
    for (PlannedRole role : installationFirst) {
      TreeSet<String> homes = new TreeSet<>();
      role.profiles().forEach(profile -> homes.add(groupOf.getOrDefault(profile, "")));
      String page = homes.size() == 1 && role.isOfProfilesOnly() ? homes.first() : "";
      pages.computeIfAbsent(page, p -> new ArrayList<>()).add(role);
    }
    IamBindings bindings = new IamBindings(wish, trust);
    ObjectNode iam = JSON.objectNode();
    ArrayNode bound = iam.putArray("pages");
    pages.forEach((group, its) -> bound.add(bindings.page(group, its)));
    ArrayNode further = ((ObjectNode) bound.get(0)).putArray("pages");
    pages.keySet().stream().filter(group -> !group.isEmpty()).forEach(further::add);
    return iam.set("files", bindings.files);
  }

  private ObjectNode page(String group, List<PlannedRole> roles) {
    String folder = group.isEmpty() ? FOLDER : FOLDER + "/" + group;
    ObjectNode page = JSON.objectNode().put("path", folder).put("group", group);
    ArrayNode index = page.putObject("index").putArray("roles");
    SortedMap<String, ArrayNode> accounts = new TreeMap<>();
    for (PlannedRole role : roles) {
      ObjectNode bound = role(role, folder);
      index.add(indexed(bound));
      accounts.computeIfAbsent(role.arn().accountId().text(), a -> JSON.arrayNode()).add(bound);
    }
    ArrayNode list = page.putArray("accounts");
    accounts.forEach((account, its) -> list.add(account(account, its)));
    return page;
  }

  private ObjectNode account(String id, ArrayNode roles) {
    ObjectNode account = JSON.objectNode().put("id", id);
    ArrayNode providers = account.putArray("providers");
    for (OidcIssuer issuer : trust.issuers()) {
      providers.addObject().put("arn", trust.providerArn(issuer, id)).put("url", issuer.toString());
    }
    return account.set("roles", roles);
  }

  private ObjectNode role(PlannedRole role, String folder) {
    String own = home(role);
    ObjectNode bound = JSON.objectNode();
    bound.put("name", role.arn().name());
    bound.put("arn", role.arn().toString());
    bound.put("path", "/" + role.arn().path());
    ObjectNode uses = bound.putObject("uses");
    role.uses().forEach(use -> uses.put(use, true));
    ArrayNode profiles = bound.putArray("profiles");
    role.profiles().forEach(profiles::add);
    ArrayNode subjects = bound.putArray("subjects");
    role.subjects().forEach(subject -> subjects.add(subject.subject()));
    bound.put("replaced", role.isTrustOurs() && !role.isCreated());
    bound.put("kept", !role.isTrustOurs());
    if (role.isTrustOurs()) {
      bound.put("trustPolicy", own + "/trust-policy.json");
      file(folder, own + "/trust-policy.json", trust.of(role).policy().tree());
    }
    ArrayNode policies = bound.putArray("policies");
    role.policies()
        .forEach(
            (name, policy) -> {
              policies.addObject().put("name", name).put("file", own + "/" + name + ".json");
              file(folder, own + "/" + name + ".json", policy.tree());
            });
    ArrayNode managed = bound.putArray("managedPolicies");
    role.managedPolicies().forEach(arn -> managed.add(arn.toString()));
    ArrayNode annotate = bound.putArray("annotate");
    role.external().stream()
        .filter(account -> !account.isPattern())
        .forEach(
            account ->
                annotate
                    .addObject()
                    .put("namespace", account.namespace())
                    .put("name", account.name()));
    bound.put("commands", role.isTrustOurs() || !policies.isEmpty() || !managed.isEmpty());
    return bound;
  }

  /** Names are unique in an account only. */
  private String home(PlannedRole role) {
    String own = "roles/" + role.arn().name();
    return role.arn().accountId().equals(wish.cluster().accountId())
        ? own
        : "accounts/" + role.arn().accountId() + "/" + own;
  }

  private void file(String folder, String path, JsonNode document) {
    files.addObject().put("path", folder + "/" + path).set("document", document);
  }

  /** The role as programs read it from the page's index. */
  private static ObjectNode indexed(ObjectNode role) {
    ObjectNode entry = JSON.objectNode().set("arn", role.get("arn"));
    if (role.has("trustPolicy")) {
      entry.set("trustPolicy", role.get("trustPolicy"));
    }
    ObjectNode policies = entry.putObject("policies");
    role.get("policies").forEach(p -> policies.set(p.get("name").asText(), p.get("file")));
    return entry.set("managedPolicies", role.get("managedPolicies"));
  }
}
