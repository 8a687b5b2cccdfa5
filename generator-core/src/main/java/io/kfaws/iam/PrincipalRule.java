package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Each principal has the form of its kind: IAM refuses others, and a part of one that is a
 * wildcard.
 *
 * <p>Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
final class PrincipalRule {
  private record Form(Pattern form, String words, String hint) {}

  private static final Map<String, Form> FORMS =
      Map.of(
          "AWS",
          new Form(
              Pattern.compile(
                  "\\*|[0-9]{12}|[A-Z0-9]{16,128}"
                      + "|arn:aws[a-z-]*:(?:iam|sts)::[0-9]{12}:(?:root|[a-z-]+/[^\\s*?]+)"),
              "an account, a role or a user",
              "write 12 digits, or an ARN without a wildcard:"
                  + " arn:aws:iam::012345678901:role/kf-pipelines"),
          Principal.FEDERATED,
          new Form(
              Pattern.compile(
                  "arn:aws[a-z-]*:iam::[0-9]{12}:(?:oidc|saml)-provider/[^\\s*?]+|[a-z0-9.-]+\\.(?:com|cn)"),
              "an identity provider",
              "write its ARN: arn:aws:iam::012345678901:oidc-provider/<issuer without https://>"),
          "Service",
          new Form(
              Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+){2,6}"),
              "a service of AWS",
              "write its name, such as ec2.amazonaws.com"));

  private PrincipalRule() {}

  static void check(PolicyFile trust, Consumer<Diagnostic> findings) {
    for (PolicyFile.Placed placed : trust.statements()) {
      JsonPointer who = placed.at().appendProperty("Principal");
      FORMS.forEach(
          (kind, form) -> {
            for (PolicyFile.Value value : trust.values(who.appendProperty(kind))) {
              if (!form.form.matcher(value.text()).matches()) {
                findings.accept(
                    trust.error(
                        "ill-formed",
                        value.at(),
                        Words.quoted(value.text()) + " is not " + form.words,
                        form.hint));
              }
            }
          });
    }
  }
}
