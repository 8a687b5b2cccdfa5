package io.kfaws.plan;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.PolicyArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.Installation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What templates see of the roles: pages, each with the commands for its roles by account, and the
 * policies, each a file.
 */
final class IamBindings {
  private static final String FOLDER = "iam";

  /** What of the installation takes a role, as people say it. */
  private static final Map<String, String> USES =
      Map.of(
          "pipelines", "Kubeflow Pipelines",
          "secretsReader", "the reader of the installation's secrets",
          "roles", "other software");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Installation configuration;
  private final TrustPolicies trust;
  private final ArrayNode files = JSON.arrayNode();

  private IamBindings(Installation configuration, TrustPolicies trust) {
    this.configuration = configuration;
    this.trust = trust;
  }

  /**
   * The roles of profiles that lie in one of several folders have a page of their own, so that
   * pages stay short and another profile changes no other; all else is on the first.
   */
  static ObjectNode of(
      Installation configuration,
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
    IamBindings bindings = new IamBindings(configuration, trust);
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
    ArrayNode index = page.putArray("index");
    SortedMap<String, ObjectNode> accounts = new TreeMap<>();
    for (PlannedRole role : roles) {
      String id = role.arn().accountId().text();
      index.add(role(role, folder, accounts.computeIfAbsent(id, this::account)));
    }
    ArrayNode list = page.putArray("accounts");
    accounts.values().forEach(list::add);
    return page;
  }

  /** An account without roles: each list of it is a block of commands, a line an item. */
  private ObjectNode account(String id) {
    ObjectNode account = JSON.objectNode().put("id", id);
    ArrayNode providers = account.putArray("providers");
    for (OidcIssuer issuer : trust.issuers()) {
      providers.addObject().put("arn", trust.providerArn(issuer, id)).put("url", issuer.toString());
    }
    return account;
  }

  /** Adds a role's lines to its account; the role as programs read it from the page's index. */
  private ObjectNode role(PlannedRole role, String folder, ObjectNode account) {
    String own = home(role);
    String name = role.arn().name();
    ObjectNode entry = JSON.objectNode().put("arn", role.arn().toString());
    rows(role, account);
    if (role.isTrustOurs()) {
      String file = own + ".trust.json";
      entry.put("trustPolicy", file);
      file(folder, file, trust.of(role).policy().tree());
      String path = "/" + role.arn().path();
      line(account, "trusted").put("name", name).put("path", path).put("trustPolicy", file);
    } else {
      line(account, "kept").put("name", name);
    }
    ObjectNode policies = entry.putObject("policies");
    role.policies()
        .forEach(
            (policy, document) -> {
              String file = own + "." + policy + ".json";
              policies.put(policy, file);
              file(folder, file, document.tree());
              line(account, "policies").put("role", name).put("name", policy).put("file", file);
            });
    ArrayNode managed = entry.putArray("managedPolicies");
    for (PolicyArn arn : role.managedPolicies()) {
      managed.add(arn.toString());
      line(account, "managedPolicies").put("role", name).put("arn", arn.toString());
    }
    role.external().stream()
        .filter(external -> !external.isPattern())
        .forEach(
            external ->
                line(account, "annotate")
                    .put("namespace", external.namespace())
                    .put("name", external.name())
                    .put("roleArn", role.arn().toString()));
    return entry;
  }

  /** Who takes a role, and what for: a row each, so that two branches may each add one. */
  private static void rows(PlannedRole role, ObjectNode account) {
    String others =
        role.uses().stream().map(USES::get).filter(Objects::nonNull).collect(joining(", "));
    for (ServiceAccount subject : role.subjects()) {
      boolean isProfiles = role.profiles().contains(subject.namespace());
      line(account, "rows")
          .put("role", role.arn().name())
          .put("serviceAccount", subject.toString())
          .put("use", isProfiles ? "profile " + subject.namespace() : others);
    }
  }

  private static ObjectNode line(ObjectNode account, String list) {
    return account.withArray("/" + list).addObject();
  }

  /**
   * How the names of a role's files begin. Names are unique in an account only; they may hold dots,
   * but the names of policies hold none, so no two roles mean one file.
   */
  private String home(PlannedRole role) {
    String own = "roles/" + role.arn().name();
    return role.arn().accountId().equals(configuration.cluster().accountId())
        ? own
        : "accounts/" + role.arn().accountId() + "/" + own;
  }

  private void file(String folder, String path, JsonNode document) {
    files.addObject().put("path", folder + "/" + path).set("document", document);
  }
}
