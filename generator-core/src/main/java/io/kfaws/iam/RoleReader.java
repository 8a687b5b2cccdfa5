package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.aws.RoleArn;
import io.kfaws.kube.Bundle;
import io.kfaws.kube.BundleFile;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Collects the roles: those that the pages of {@code iam/} list, with the policies that lie beside
 * the pages, and those whose trust policy the user keeps himself.
 */
final class RoleReader {
  private static final Pattern PAGE = Pattern.compile("iam/([^/]+/)?roles\\.jsonl");
  private static final String TRUST = "trustPolicy";

  private static final String LOOKS_LIKE =
      "it looks like arn:aws:iam::012345678901:role/kf-pipelines";

  private final SortedMap<String, BundleFile> files;
  private final Map<String, RoleExpectation> expectations;
  private final SortedMap<String, Role> roles = new TreeMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private RoleReader(SortedMap<String, BundleFile> files, Expectations expectations) {
    this.files = files;
    this.expectations = expectations.byRole();
  }

  static RoleReader read(Bundle bundle, Expectations expectations) {
    RoleReader reader = new RoleReader(bundle.files(), expectations);
    bundle
        .files()
        .forEach(
            (path, file) -> {
              if (PAGE.matcher(path).matches()) {
                // A page has a role a line, each JSON by itself.
                reader.findings.addAll(file.findings());
                file.documents().forEach(reader::role);
              }
            });
    reader.expectations.values().forEach(reader::kept);
    return reader;
  }

  SortedMap<String, Role> roles() {
    return roles;
  }

  List<Diagnostic> findings() {
    return findings;
  }

  private void role(Document page) {
    JsonPointer at = JsonPointer.empty();
    JsonNode entry = page.root();
    JsonPointer arnAt = at.appendProperty("arn");
    RoleArn arn;
    try {
      arn = RoleArn.of(entry.path("arn").asText());
    } catch (IllegalArgumentException e) {
      error("ill-formed", page, arnAt, "is not the ARN of an IAM role", LOOKS_LIKE);
      return;
    }
    if (roles.containsKey(arn.toString())) {
      error("duplicate-item", page, arnAt, arn + " is listed twice", "list it on one page");
      return;
    }
    List<PolicyFile> policies = new ArrayList<>();
    JsonPointer policiesAt = at.appendProperty("policies");
    for (var policy : entry.path("policies").properties()) {
      file(page, policiesAt.appendProperty(policy.getKey()))
          .flatMap(document -> policy(policy.getKey(), document))
          .ifPresent(policies::add);
    }
    List<String> managed = new ArrayList<>();
    entry.path("managedPolicies").forEach(policy -> managed.add(policy.asText()));
    roles.put(arn.toString(), new Role(arn, page, trust(page, at, arn), policies, managed));
  }

  private Optional<PolicyFile> trust(Document page, JsonPointer role, RoleArn arn) {
    JsonPointer at = role.appendProperty(TRUST);
    Optional<Document> copy =
        Optional.ofNullable(expectations.get(arn.toString())).flatMap(RoleExpectation::trustPolicy);
    if (page.root().at(at).isMissingNode() && copy.isEmpty()) {
      error(
          "no-trust-policy",
          page,
          at,
          "nobody knows whom role " + arn.name() + " trusts",
          "let kfaws generate its trust policy, or name a copy of it under trustPolicy");
      return Optional.empty();
    }
    Optional<Document> document = page.root().at(at).isMissingNode() ? copy : file(page, at);
    return document.flatMap(found -> policy(TRUST, found));
  }

  /** A role that no page lists, since there is nothing to do for it. */
  private void kept(RoleExpectation claim) {
    String arn = claim.role().toString();
    if (claim.trustPolicy().isPresent() && !roles.containsKey(arn)) {
      Document copy = claim.trustPolicy().get();
      Document whole = new Document(copy.source(), copy.root(), Places.none());
      roles.put(arn, new Role(claim.role(), whole, policy(TRUST, copy), List.of(), List.of()));
    }
  }

  /** The document that a page names relative to its folder. */
  private Optional<Document> file(Document page, JsonPointer at) {
    String name = page.source().name();
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    String path = folder + page.root().at(at).asText();
    BundleFile file = files.get(path);
    if (file == null) {
      String hint = "name a file that lies beside " + name + ", or drop the key";
      error("missing-policy-file", page, at, "names " + path + ", which is not generated", hint);
      return Optional.empty();
    }
    try {
      return Optional.of(file.document());
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
      return Optional.empty();
    }
  }

  private Optional<PolicyFile> policy(String name, Document document) {
    try {
      return Optional.of(new PolicyFile(name, document, Policy.read(document)));
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
      return Optional.empty();
    }
  }

  private void error(String rule, Document page, JsonPointer at, String message, String hint) {
    String path = Words.oneLine(Document.path(at));
    findings.add(Diagnostic.error(rule, page.at(at), path, Words.oneLine(message), hint));
  }
}
