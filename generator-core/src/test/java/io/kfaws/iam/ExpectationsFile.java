package io.kfaws.iam;

import io.kfaws.Source;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.text.Data;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Expectations as a case writes them down. */
record ExpectationsFile(
    List<OidcIssuer> issuers, String audience, int trustPolicyQuota, List<RoleClaim> roles) {
  static final String NAME = "claims.yaml";

  /** The claim on a role; the trust policy is a file of the case, an account namespace/name. */
  record RoleClaim(
      RoleArn role,
      Optional<String> trustPolicy,
      Optional<Set<String>> external,
      Optional<Set<String>> allowBroad) {

    RoleExpectation claim(SortedMap<String, String> files) {
      Optional<Document> copy =
          trustPolicy.map(
              path -> Yaml.read(Source.of(Path.of(path), files.getOrDefault(path, ""))));
      Set<ServiceAccount> accounts = new TreeSet<>();
      for (String account : external.orElse(Set.of())) {
        int slash = account.indexOf('/');
        accounts.add(new ServiceAccount(account.substring(0, slash), account.substring(slash + 1)));
      }
      return new RoleExpectation(role, copy, accounts, allowBroad.orElse(Set.of()));
    }
  }

  static Expectations read(SortedMap<String, String> files) {
    Document document = Yaml.read(Source.of(Path.of(NAME), files.getOrDefault(NAME, "")));
    ExpectationsFile file = Data.bind(document.root(), ExpectationsFile.class);
    List<RoleExpectation> roles = file.roles.stream().map(role -> role.claim(files)).toList();
    return new Expectations(file.issuers, file.audience, file.trustPolicyQuota, roles);
  }
}
