package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.OidcProvider;
import io.kfaws.aws.RoleArn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A trust policy is about the clusters of the installation, all of them ({@code
 * unknown-trust-issuer}, {@code missing-trust-issuer}), through providers of the role's own account
 * and partition ({@code trust-account-mismatch}, {@code trust-partition-mismatch}): IAM knows no
 * others.
 */
record ProviderRule() implements GraphRule {
  private static final String ID = "unknown-trust-issuer";
  private static final String PROVIDER =
      "arn:aws:iam::<account>:oidc-provider/<issuer without https://>, of EKS"
          + " oidc.eks.<region>.amazonaws.com/id/<32 upper-case digits>";

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    List<OidcIssuer> issuers = inspection.expectations().issuers();
    Set<String> hosts = issuers.stream().map(OidcIssuer::host).collect(Collectors.toSet());
    for (Trusting trusting : inspection.trusting().values()) {
      List<Diagnostic> strange = new ArrayList<>();
      trusting.clusters().forEach(it -> issuer(trusting, it, hosts, strange));
      strange.forEach(findings);
      trusting
          .clusters()
          .forEach(
              it ->
                  it.provider()
                      .ifPresent(
                          by -> owner(trusting.role().arn(), trusting.trust(), it, by, findings)));
      // A strange issuer is where a known one is missing.
      if (strange.isEmpty() && saysWho(trusting.trust())) {
        issuers.stream()
            .filter(issuer -> !trusting.knows(issuer))
            .forEach(issuer -> findings.accept(missing(trusting, issuer)));
      }
    }
  }

  private static boolean saysWho(PolicyFile trust) {
    return trust.policy().statements().stream().allMatch(KindRule::saysWho);
  }

  /** What no role's trust policy can mean, whichever clusters there are. */
  static void alone(PolicyFile trust, List<Federation> federations, Consumer<Diagnostic> findings) {
    for (Federation federation : federations) {
      if (federation.isOfCluster() && !federation.isProvider()) {
        findings.accept(noProvider(trust, federation, PROVIDER));
      } else if (federation.isOfCluster()) {
        federation.terms().stream()
            .filter(term -> !term.issuer().equalsIgnoreCase(federation.host()))
            .forEach(term -> findings.accept(foreign(trust, federation, term)));
      }
    }
  }

  private static Diagnostic noProvider(PolicyFile trust, Federation federation, String right) {
    return trust.error(
        ID,
        federation.at(),
        Words.quoted(federation.id()) + " is not the ARN of an identity provider",
        "write " + right);
  }

  private static Diagnostic foreign(PolicyFile trust, Federation federation, Term term) {
    return trust.error(
        ID,
        term.at(),
        "is about tokens of another issuer than the statement's provider: it never holds",
        "write " + Words.oneLine(federation.host()) + ":" + Words.oneLine(term.claim()));
  }

  private static void issuer(
      Trusting trusting, Federation federation, Set<String> hosts, List<Diagnostic> findings) {
    PolicyFile trust = trusting.trust();
    if (federation.provider().isEmpty()) {
      findings.add(
          noProvider(
              trust,
              federation,
              anyOf(hosts.stream().map(host -> provider(trusting, host)).toList())));
      return;
    }
    boolean isKnown = hosts.contains(federation.host());
    if (!isKnown) {
      findings.add(
          trust.error(
              ID,
              federation.at(),
              "trusts service accounts of "
                  + Words.oneLine(federation.host())
                  + ", which is no cluster of the installation",
              "its issuer is "
                  + anyOf(hosts)
                  + "; further clusters are named in identity.additionalIssuers"));
    }
    for (Term term : federation.terms()) {
      boolean isOwn = term.issuer().equalsIgnoreCase(federation.host());
      // Of a provider that is none of ours, keys that are ours are right.
      boolean isOurs = !isKnown && hosts.stream().anyMatch(term.issuer()::equalsIgnoreCase);
      if (!isOwn && !isOurs) {
        findings.add(foreign(trust, federation, term));
      }
    }
  }

  private static String anyOf(Collection<String> hosts) {
    return hosts.stream().sorted().collect(Collectors.joining(" or "));
  }

  private static void owner(
      RoleArn role,
      PolicyFile trust,
      Federation federation,
      OidcProvider provider,
      Consumer<Diagnostic> findings) {
    if (!provider.accountId().equals(role.accountId())) {
      findings.accept(
          trust.error(
              "trust-account-mismatch",
              federation.at(),
              "the identity provider is of account "
                  + provider.accountId()
                  + ", role "
                  + role.name()
                  + " of "
                  + role.accountId(),
              "a role trusts providers of its own account only: create one there for the issuer,"
                  + " and name it"));
    }
    if (!provider.partition().equals(role.partition())) {
      findings.accept(
          trust.error(
              "trust-partition-mismatch",
              federation.at(),
              "the identity provider is in partition "
                  + provider.partition().id()
                  + ", role "
                  + role.name()
                  + " in "
                  + role.partition().id(),
              "its ARN should start with arn:" + role.partition().id() + ":iam::"));
    }
  }

  private static Diagnostic missing(Trusting trusting, OidcIssuer issuer) {
    String role = trusting.role().arn().name();
    return trusting
        .trust()
        .error(
            "missing-trust-issuer",
            JsonPointer.compile("/Statement"),
            "role " + role + " trusts no service account of " + issuer + ": AWS refuses them all",
            "add a statement for " + provider(trusting, issuer.host()));
  }

  /** The provider of an issuer that the role may trust. */
  private static String provider(Trusting trusting, String host) {
    RoleArn role = trusting.role().arn();
    return new OidcProvider(role.partition(), role.accountId(), host).toString();
  }
}
