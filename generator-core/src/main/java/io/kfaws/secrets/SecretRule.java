package io.kfaws.secrets;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.text.Formatted;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of this package; each has a refused and an accepted case in the tests. */
enum SecretRule {
  // Regions
  SAME_FAILOVER_REGION,
  REGION_MISMATCH,
  PARTITION_MISMATCH,
  // Objects
  WRONG_OBJECT_NAME,
  MISSING_OBJECT_TYPE,
  OBJECT_TYPE_MISMATCH,
  VERSION_AND_LABEL,
  SAME_PARAMETER,
  WRONG_FILE_PERMISSION,
  // Failover
  FAILOVER_WITHOUT_REGION,
  FAILOVER_WITHOUT_ALIAS,
  FAILOVER_VERSION_MISMATCH,
  MISSING_FAILOVER_OBJECT,
  // Files
  WRONG_PATH_TRANSLATION,
  DUPLICATE_ALIAS,
  PATH_LEAVES_MOUNT,
  FILE_AND_FOLDER_CLASH,
  WRONG_FILE_NAME,
  // Expressions
  JMESPATH_HYPHEN,
  JMESPATH_TOO_LONG,
  JMESPATH_SYNTAX,
  JMESPATH_FUNCTION,
  JMESPATH_CONSTANT,
  JMESPATH_NOT_TEXT,
  // Synced Secrets
  UNKNOWN_ALIAS,
  FILE_NAME_EXPECTED,
  HIDDEN_FILE,
  EMPTY_SECRET,
  DUPLICATE_SECRET_KEY,
  DUPLICATE_SECRET_NAME,
  UNKNOWN_SECRET_TYPE,
  MISSING_TYPE_KEY,
  UNSUPPORTED_SECRET_KEY,
  MISSING_TYPE_ANNOTATION,
  // Two classes
  DUPLICATE_CLASS,
  SECRET_OF_TWO_CLASSES,
  // The External Secrets Operator
  EXTERNAL_REGION,
  EXTERNAL_FAILOVER,
  EXTERNAL_POD_IDENTITY,
  EXTERNAL_WITHOUT_SECRET,
  EXTERNAL_VERSION_AND_LABEL,
  EXTERNAL_PATH,
  EXTERNAL_TEMPLATE;

  private static final Pattern PLAIN = Pattern.compile("[!-~]([ -~]{0,78}[!-~])?");

  /** As findings name it, for example {@code unknown-alias}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** That a class breaks it. */
  Violation at(String pointer, String message, String hint) {
    return new Violation(id(), JsonPointer.compile(pointer), message, hint);
  }

  /** A value as messages show it: bare, since quotes may be its own; escaped where need be. */
  static String shown(String value) {
    return PLAIN.matcher(value).matches() ? value : Formatted.value(TextNode.valueOf(value));
  }
}
