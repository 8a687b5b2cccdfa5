package io.kfaws.iam;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.aws.RoleArn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A service account is said to take one role ({@code conflicting-role-annotation}) that is there.
 */
record OwnerRule() implements GraphRule {
  private static final Location PAGE = Location.of("iam/roles.jsonl");

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    for (Account account : inspection.graph().accounts().values()) {
      if (account.roles().size() > 1) {
        findings.accept(twoRoles(account, inspection.graph()));
      } else if (account.roles().size() == 1) {
        noSuchRole(account, inspection).ifPresent(findings);
      }
    }
  }

  private static Diagnostic twoRoles(Account account, Graph graph) {
    String first = account.roles().first();
    Optional<Annotation> other =
        account.annotations().stream()
            .filter(annotation -> annotation.role().isPresent() && !isOf(first, annotation))
            .findFirst();
    String second =
        other.flatMap(Annotation::role).map(RoleArn::toString).orElse(account.roles().last());
    Location place =
        other
            .map(Annotation::location)
            .or(() -> Optional.ofNullable(graph.roles().get(second)).map(Role::location))
            .orElse(PAGE);
    return Diagnostic.error(
        "conflicting-role-annotation",
        place,
        other.map(Annotation::path).orElse(""),
        account.name() + " is to take role " + second + ", and " + said(first, account),
        "a service account has one role: name the same one in both places");
  }

  private static boolean isOf(String role, Annotation annotation) {
    return annotation.role().map(RoleArn::toString).equals(Optional.of(role));
  }

  private static String said(String role, Account account) {
    return role
        + account.annotations().stream()
            .filter(annotation -> isOf(role, annotation))
            .findFirst()
            .map(annotation -> " by " + annotation.location())
            .orElse(" by the configuration");
  }

  private static Optional<Diagnostic> noSuchRole(Account account, Inspection inspection) {
    String role = account.roles().first();
    if (inspection.graph().roles().containsKey(role)) {
      return Optional.empty();
    }
    List<String> trusted = inspection.listedBy().getOrDefault(account.name().subject(), List.of());
    String hint =
        trusted.isEmpty()
            ? PAGE + " lists the roles of the installation"
            : "did you mean " + trusted.get(0) + "? its trust policy names the service account";
    Optional<Annotation> by =
        account.annotations().stream().filter(it -> isOf(role, it)).findFirst();
    return Optional.of(
        Diagnostic.error(
            "no-such-role",
            by.map(Annotation::location).orElse(PAGE),
            by.map(Annotation::path).orElse(""),
            account.name() + " is to take role " + role + ", which is none of the installation's",
            hint));
  }
}
