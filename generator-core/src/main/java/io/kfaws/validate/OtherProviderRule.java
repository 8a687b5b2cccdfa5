package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.Diagnostic;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import io.kfaws.text.Nearest;
import java.util.Optional;
import java.util.Set;

/** A class or a store that reads another cloud's secrets, whose rules kfaws does not know. */
final class OtherProviderRule {
  private static final JsonPointer PROVIDER = JsonPointer.compile("/spec/provider");
  private static final String AWS = "aws";

  /** A slip in the name is no other provider. */
  private static final Set<String> OURS = Set.of(AWS);

  private OtherProviderRule() {}

  static Optional<Diagnostic> check(Document received) {
    JsonNode provider = received.root().at(PROVIDER);
    String kind = received.root().path("kind").asText();
    if (kind.equals(SecretProviderClass.KIND)) {
      return provider.isTextual() && isOther(provider.textValue())
          ? Optional.of(finding(received, PROVIDER, provider.textValue()))
          : Optional.empty();
    }
    boolean isStore = kind.endsWith("SecretStore") && provider.isObject() && provider.size() == 1;
    return isStore && isOther(provider.fieldNames().next())
        ? Optional.of(
            finding(
                received,
                PROVIDER.appendProperty(provider.fieldNames().next()),
                provider.fieldNames().next()))
        : Optional.empty();
  }

  private static boolean isOther(String name) {
    return !name.isEmpty() && !name.equals(AWS) && Nearest.to(name, OURS).isEmpty();
  }

  private static Diagnostic finding(Document received, JsonPointer at, String name) {
    return Diagnostic.warning(
        "not-validated",
        received.keyAt(at),
        Document.path(at),
        "kfaws knows the rules of provider aws, and none of "
            + Formatted.value(TextNode.valueOf(name)),
        "nothing is wrong with that");
  }
}
