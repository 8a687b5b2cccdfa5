package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import io.kfaws.text.Document;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects the service accounts that are said to take a role: those of annotated ServiceAccounts
 * and patches of them, those of the profiles' plugins, and those that the configuration says to be
 * outside.
 *
 * <p>An object without a name or namespace is passed over: its schema says that it needs them.
 */
final class AccountReader {
  private static final String ANNOTATION = "eks.amazonaws.com/role-arn";
  private static final String AUDIENCE = "eks.amazonaws.com/audience";
  private static final String PLUGIN = "AwsIamForServiceAccount";
  private static final String PLUGIN_ROLE = "awsIamRole";

  /** What the profile controller annotates by the plugin. */
  private static final String PLUGIN_ACCOUNT = ServiceAccount.EDITOR;

  private static final JsonPointer ANNOTATIONS = JsonPointer.compile("/metadata/annotations");

  private final SortedMap<ServiceAccount, List<Annotation>> annotated = new TreeMap<>();
  private final SortedMap<ServiceAccount, TreeSet<String>> claimed = new TreeMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private final AccountUsers users;

  private AccountReader(AccountUsers users) {
    this.users = users;
  }

  static AccountReader read(List<Root> overlays, Expectations expectations) {
    AccountReader reader = new AccountReader(AccountUsers.in(overlays));
    overlays.forEach(overlay -> overlay.manifests().forEach(reader::manifest));
    for (RoleExpectation claim : expectations.roles()) {
      for (ServiceAccount account : claim.external()) {
        reader
            .claimed
            .computeIfAbsent(account, first -> new TreeSet<>())
            .add(claim.role().toString());
      }
    }
    return reader;
  }

  SortedMap<ServiceAccount, Account> accounts() {
    TreeSet<ServiceAccount> names = new TreeSet<>(annotated.keySet());
    names.addAll(claimed.keySet());
    SortedMap<ServiceAccount, Account> accounts = new TreeMap<>();
    for (ServiceAccount name : names) {
      accounts.put(
          name,
          new Account(
              name,
              annotated.getOrDefault(name, List.of()),
              users.of(name),
              claimed.getOrDefault(name, new TreeSet<>())));
    }
    return accounts;
  }

  List<Diagnostic> findings() {
    return findings;
  }

  private void manifest(Manifest manifest) {
    JsonNode root = manifest.root();
    if (manifest.role() == Manifest.Role.KUSTOMIZATION || manifest.isDeletion()) {
      return;
    }
    String kind = root.path("kind").asText();
    if (kind.equals("ServiceAccount")) {
      named(manifest.namespace(), manifest.name())
          .ifPresent(account -> annotation(account, manifest));
    } else if (kind.equals("Profile")) {
      named(manifest.name(), PLUGIN_ACCOUNT).ifPresent(account -> plugins(account, manifest));
    }
  }

  private static Optional<ServiceAccount> named(String namespace, String name) {
    return ServiceAccount.of(namespace, name).filter(account -> !account.isPattern());
  }

  private void annotation(ServiceAccount account, Manifest manifest) {
    JsonNode annotations = manifest.root().at(ANNOTATIONS);
    if (annotations.hasNonNull(ANNOTATION)) {
      Optional<String> audience =
          Optional.of(annotations.path(AUDIENCE).asText()).filter(text -> !text.isEmpty());
      add(account, manifest, ANNOTATIONS.appendProperty(ANNOTATION), audience);
    }
  }

  private void plugins(ServiceAccount account, Manifest manifest) {
    JsonPointer at = JsonPointer.compile("/spec/plugins");
    JsonNode plugins = manifest.root().at(at);
    for (int i = 0; i < plugins.size(); i++) {
      if (plugins.get(i).path("kind").asText().equals(PLUGIN)) {
        plugin(account, manifest, at.appendIndex(i).appendProperty("spec"));
      }
    }
  }

  /** The profile's schema is open here, so a misspelt key would do nothing. */
  private void plugin(ServiceAccount account, Manifest manifest, JsonPointer at) {
    JsonNode spec = manifest.root().at(at);
    if (spec.has(PLUGIN_ROLE)) {
      add(account, manifest, at.appendProperty(PLUGIN_ROLE), Optional.empty());
      return;
    }
    List<String> keys = new ArrayList<>();
    spec.fieldNames().forEachRemaining(keys::add);
    Optional<String> slip = Nearest.to(PLUGIN_ROLE, keys);
    JsonPointer key = slip.map(at::appendProperty).orElse(at);
    String given = slip.map(name -> " but " + Words.oneLine(name)).orElse("");
    findings.add(
        Diagnostic.error(
            "bad-role-annotation",
            manifest.document().keyAt(key),
            Words.oneLine(Document.path(key)),
            "the plugin has no " + PLUGIN_ROLE + given + ": " + account + " gets no role",
            "write " + PLUGIN_ROLE + " and the role's ARN"));
    annotate(account, new Annotation(Optional.empty(), manifest, at, Optional.empty()));
  }

  private void add(
      ServiceAccount account, Manifest manifest, JsonPointer at, Optional<String> audience) {
    Optional<RoleArn> role = role(manifest.root().at(at).asText());
    if (role.isEmpty()) {
      findings.add(
          Diagnostic.error(
              "bad-role-annotation",
              manifest.at(at),
              Document.path(at),
              Words.quoted(manifest.root().at(at).asText()) + " is not the ARN of an IAM role",
              "it looks like arn:aws:iam::012345678901:role/kf-pipelines"));
    }
    annotate(account, new Annotation(role, manifest, at, audience));
  }

  private void annotate(ServiceAccount account, Annotation annotation) {
    List<Annotation> all = annotated.computeIfAbsent(account, first -> new ArrayList<>());
    // Two overlays may walk one file.
    if (!all.contains(annotation)) {
      all.add(annotation);
    }
  }

  private static Optional<RoleArn> role(String text) {
    try {
      return Optional.of(RoleArn.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the finding says so in words of its own, on one line
    }
  }
}
