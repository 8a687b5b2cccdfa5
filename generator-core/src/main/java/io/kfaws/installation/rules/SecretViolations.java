package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.installation.Installation;
import io.kfaws.installation.SecretDelivery;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretObject;
import io.kfaws.installation.SourceName;
import io.kfaws.secrets.ExternalSecrets;
import io.kfaws.secrets.ObjectType;
import io.kfaws.secrets.ProviderRules;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.Violation;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the class of each entry of {@code secrets} is one that the provider takes, told where the
 * configuration says it, and in its words. An entry is validated for two of its profiles, which
 * tells what would be right for one alone: that of the longest name, than which the others' are no
 * longer, and another.
 */
final class SecretViolations {
  private final Installation configuration;
  private final ConfigurationFindings findings;

  SecretViolations(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
  }

  /**
   * Validates an entry whose objects have a source.
   *
   * @param before what is wrong with it already; a place has one finding
   */
  void check(JsonPointer at, SecretEntry entry, List<Diagnostic> before) {
    Set<String> told = new HashSet<>();
    before.forEach(finding -> told.add(finding.path()));
    TreeSet<String> homes = new TreeSet<>(entry.namespaces(configuration));
    String longest =
        homes.stream().max(Comparator.comparingInt(String::length)).orElse(entry.name());
    // As it is written: what is wrong for every profile is told without the name of one.
    List<Violation> written = violations(entry.in(SourceName.PROFILE));
    for (Violation violation : violations(entry.in(longest))) {
      Violation shown =
          written.stream().filter(it -> isSame(it, violation)).findFirst().orElse(violation);
      tell(at, entry, shown, told, "", hint(shown, entry));
    }
    Optional<String> other = homes.stream().filter(home -> !home.equals(longest)).findFirst();
    for (Violation violation : other.map(home -> violations(entry.in(home))).orElse(List.of())) {
      tell(
          at,
          entry,
          violation,
          told,
          "in profile " + other.orElseThrow() + ", ",
          "the entry has several profiles: write " + SourceName.PROFILE + " for the name of each");
    }
  }

  private void tell(
      JsonPointer at,
      SecretEntry entry,
      Violation violation,
      Set<String> told,
      String who,
      String hint) {
    JsonPointer here = at.append(inConfiguration(violation.at(), entry));
    if (told.add(Document.path(here))) {
      findings.error(violation.rule(), here, who + inWords(violation.message(), entry), hint);
    }
  }

  private static boolean isSame(Violation one, Violation other) {
    return one.rule().equals(other.rule()) && one.at().equals(other.at());
  }

  private List<Violation> violations(SecretProviderClass validated) {
    List<Violation> violations = new ArrayList<>(ProviderRules.validate(validated));
    if (configuration.secretDelivery() instanceof SecretDelivery.ExternalSecrets) {
      violations.addAll(ExternalSecrets.validate(validated));
    }
    return violations;
  }

  /**
   * Where the configuration says what is there in the model: by its service, not by a name and
   * type.
   */
  private static JsonPointer inConfiguration(JsonPointer model, SecretEntry entry) {
    JsonPointer tail = model.tail();
    boolean isObject = model.matchesProperty("objects") && tail != null && tail.mayMatchElement();
    JsonPointer key = isObject ? tail.tail() : JsonPointer.empty();
    if (key != null && (key.matchesProperty("objectName") || key.matchesProperty("objectType"))) {
      int index = tail.getMatchingIndex();
      return item(JsonPointer.empty(), "objects", index)
          .appendProperty(SecretRules.key(entry.objects().get(index)));
    }
    return model;
  }

  /** What would be right, where a configuration says it with another key than a class. */
  private static String hint(Violation violation, SecretEntry entry) {
    if (!violation.at().matchesProperty("objects")) {
      return violation.hint();
    }
    SecretObject object = entry.objects().get(violation.at().tail().getMatchingIndex());
    return switch (violation.rule()) {
      case "missing-failover-object" ->
          "write failoverObject with the ARN there, or "
              + SecretRules.key(object)
              + " without an ARN";
      case "object-type-mismatch" ->
          "name a "
              + (object.type() == ObjectType.SECRETS_MANAGER ? "secret" : "parameter")
              + ": one service holds the object in both regions";
      default -> violation.hint();
    };
  }

  /** A message that names another place of the model names that of the configuration. */
  private static String inWords(String message, SecretEntry entry) {
    String words =
        message
            .replace("objectType is secretsmanager", "the object is one of secretsManager")
            .replace("objectType is ssmparameter", "the object is one of parameterStore");
    for (int i = 0; i < entry.objects().size(); i++) {
      JsonPointer model = item(JsonPointer.empty(), "objects", i).appendProperty("objectName");
      words = words.replace(Document.path(model), Document.path(inConfiguration(model, entry)));
    }
    return words;
  }
}
