package io.kfaws.iam;

import io.kfaws.Diagnostic;
import io.kfaws.aws.ServiceAccount;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Whoever needs AWS has a role ({@code account-without-role}): the pods of a service account
 * without one are nobody to AWS, or else the node's.
 */
record RequiredRoleRule() implements GraphRule {
  private static final List<String> OF_PROFILES =
      List.of(ServiceAccount.DEFAULT, ServiceAccount.EDITOR);

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    SortedMap<ServiceAccount, Account> accounts = inspection.graph().accounts();
    List<Account> patterns =
        accounts.values().stream().filter(account -> account.name().isPattern()).toList();
    for (RequiredRole need : inspection.expectations().needs()) {
      boolean byPattern =
          patterns.stream().anyMatch(pattern -> pattern.name().matches(need.account()));
      if (!byPattern && !hasRole(need.account(), accounts)) {
        findings.accept(
            new Diagnostic(
                "account-without-role",
                need.severity(),
                need.location(),
                need.path(),
                need.why() + " as " + need.account() + ", which has no IAM role",
                hint(need.account(), accounts)));
      }
    }
  }

  private static boolean hasRole(
      ServiceAccount account, SortedMap<ServiceAccount, Account> accounts) {
    return Optional.ofNullable(accounts.get(account))
        .filter(known -> !known.roles().isEmpty())
        .isPresent();
  }

  private static String hint(ServiceAccount account, SortedMap<ServiceAccount, Account> accounts) {
    if (!OF_PROFILES.contains(account.name())) {
      return "name it in roles[].serviceAccounts, with the role that it is to take";
    }
    return OF_PROFILES.stream()
        .filter(name -> hasRole(new ServiceAccount(account.namespace(), name), accounts))
        .findFirst()
        .map(
            name ->
                "write identity.serviceAccounts: [default-editor, default] in the profile, or run"
                    + " the trials as the one that has a role: serviceAccount: "
                    + name)
        .orElse(
            "give the profile a role: identity: {role: {…}, serviceAccounts: [default-editor,"
                + " default]}");
  }
}
