package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.OidcProvider;
import io.kfaws.aws.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a trust policy's statement grants to the identities of one identity provider.
 *
 * @param statement where the statement is
 * @param id the provider as it is written
 * @param at where that is
 * @param provider the provider, if it is an OpenID Connect provider of IAM
 * @param terms the statement's conditions on claims of tokens
 */
record Federation(
    JsonPointer statement,
    String id,
    JsonPointer at,
    Optional<OidcProvider> provider,
    List<Term> terms) {
  private static final String OF_EKS = "oidc.eks.";
  private static final String OF_EKS_DUAL_STACK = "oidc-eks.";
  private static final String OF_A_CLUSTER = "system:serviceaccount"; // with a slip after it, too
  private static final Wildcards ANY_PROVIDER = new Wildcards("*:oidc-provider/*");

  /** Copies the list. */
  Federation {
    terms = List.copyOf(terms);
  }

  /** All that a trust policy grants to identity providers. */
  static List<Federation> of(PolicyFile trust) {
    List<Federation> federations = new ArrayList<>();
    for (PolicyFile.Placed placed : trust.statements()) {
      if (isWebIdentity(placed.statement())) {
        List<Term> terms = Term.of(trust, placed);
        JsonPointer providers =
            placed.at().appendProperty("Principal").appendProperty(Principal.FEDERATED);
        for (PolicyFile.Value value : trust.values(providers)) {
          federations.add(
              new Federation(
                  placed.at(), value.text(), value.at(), OidcProvider.of(value.text()), terms));
        }
      }
    }
    return federations;
  }

  /** Whether a statement lets in who has a token of an identity provider. */
  static boolean isWebIdentity(Statement statement) {
    return statement.effect() == Effect.ALLOW && allows(statement, Trust.ACTION);
  }

  private static boolean allows(Statement statement, String action) {
    Except except = statement.except();
    return except.actions().isEmpty()
        ? isAmong(action, statement.actions())
        : !isAmong(action, except.actions());
  }

  /** Case means nothing in the name of an action. */
  private static boolean isAmong(String action, List<String> patterns) {
    String name = action.toLowerCase(Locale.ROOT);
    return patterns.stream()
        .anyMatch(pattern -> new Wildcards(pattern.toLowerCase(Locale.ROOT)).matches(name));
  }

  /**
   * Whether it is about service accounts of a cluster, and not about people and machines of others
   * who have a provider, too.
   */
  boolean isOfCluster() {
    return provider.isEmpty()
        ? ANY_PROVIDER.matches(id)
        : host().startsWith(OF_EKS)
            || host().startsWith(OF_EKS_DUAL_STACK)
            || subjects().flatMap(Term::texts).anyMatch(text -> text.startsWith(OF_A_CLUSTER));
  }

  /** Whether there can be a provider of this ARN; of EKS' issuers the form is known. */
  boolean isProvider() {
    return provider.isPresent() && (!host().startsWith(OF_EKS) || OidcIssuer.isHost(host()));
  }

  /** The issuer without {@code https://}, or empty text. */
  String host() {
    return provider.map(OidcProvider::host).orElse("");
  }

  /** The terms that say which subjects are let in. */
  Stream<Term> subjects() {
    return terms.stream().filter(term -> term.isOn("sub") && term.isPositive());
  }

  /** The terms that say what the tokens must be made for. */
  Stream<Term> audiences() {
    return terms.stream().filter(term -> term.isOn("aud") && term.isPositive());
  }

  /**
   * Whether the statement lets this subject in. A term on another issuer's tokens, which makes the
   * statement hold never, is a finding of its own and is read as if it were on this one's.
   */
  boolean admits(String subject) {
    return subjects().allMatch(term -> term.admits(subject));
  }
}
