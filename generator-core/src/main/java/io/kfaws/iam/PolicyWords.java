package io.kfaws.iam;

import java.util.ArrayList;
import java.util.List;

/** What a statement says, in words for a reader. */
final class PolicyWords {
  private PolicyWords() {}

  /** The actions on one line. */
  static String actions(Statement statement) {
    List<String> except = statement.except().actions();
    return except.isEmpty()
        ? String.join(", ", statement.actions())
        : "all but " + String.join(", ", except);
  }

  /** The resources, one by one. */
  static List<String> resources(Statement statement) {
    List<String> except = statement.except().resources();
    return except.isEmpty()
        ? statement.resources()
        : List.of("all but " + String.join(", ", except));
  }

  /** The conditions, one by one: {@code StringLike s3:prefix: a/*, b/*}. */
  static List<String> conditions(Statement statement) {
    List<String> conditions = new ArrayList<>();
    statement
        .conditions()
        .forEach(
            (operator, keys) ->
                keys.forEach(
                    (key, values) ->
                        conditions.add(operator + " " + key + ": " + String.join(", ", values))));
    return conditions;
  }
}
