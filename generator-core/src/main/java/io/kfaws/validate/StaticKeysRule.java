package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import java.util.List;

/**
 * A store of the External Secrets Operator that asks with an access key (external-secrets at
 * cc5bfbc, {@code apis/externalsecrets/v1/secretstore_aws_types.go}, AWSAuthSecretRef): it works,
 * and the key has no end.
 */
final class StaticKeysRule {
  private static final JsonPointer KEYS = JsonPointer.compile("/spec/provider/aws/auth/secretRef");

  private StaticKeysRule() {}

  static List<Diagnostic> check(Document received) {
    return received.root().at(KEYS).isObject()
        ? List.of(
            Diagnostic.warning(
                "long-lived-keys",
                received.keyAt(KEYS),
                Document.path(KEYS),
                "the store asks with an access key, which is valid until somebody takes it away",
                "write auth: {jwt: {serviceAccountRef: {name: …}}}, and annotate that service"
                    + " account with a role"))
        : List.of();
  }
}
