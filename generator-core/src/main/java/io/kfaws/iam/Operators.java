package io.kfaws.iam;

import java.util.List;
import java.util.Set;

/**
 * The operators of conditions, each perhaps after {@code ForAllValues:} or {@code ForAnyValue:} and
 * perhaps before {@code IfExists}.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
final class Operators {
  /** Their names without what may stand around them. */
  static final List<String> NAMES =
      List.of(
          "ArnEquals",
          "ArnLike",
          "ArnNotEquals",
          "ArnNotLike",
          "BinaryEquals",
          "Bool",
          "DateEquals",
          "DateGreaterThan",
          "DateGreaterThanEquals",
          "DateLessThan",
          "DateLessThanEquals",
          "DateNotEquals",
          "IpAddress",
          "NotIpAddress",
          "Null",
          "NumericEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericNotEquals",
          "StringEquals",
          "StringEqualsIgnoreCase",
          "StringLike",
          "StringNotEquals",
          "StringNotEqualsIgnoreCase",
          "StringNotLike");

  private static final Set<String> KNOWN = Set.copyOf(NAMES);

  private Operators() {}

  /** Whether IAM knows an operator that is written so. */
  static boolean isKnown(String operator) {
    String name = bare(operator);
    return KNOWN.contains(name) && !(name.equals("Null") && operator.endsWith("IfExists"));
  }

  /** The operator's name without what may stand around it. */
  static String bare(String operator) {
    return operator.replaceFirst("^For(All|Any)Values?:", "").replaceFirst("IfExists$", "");
  }
}
