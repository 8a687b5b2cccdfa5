package io.kfaws.secrets;

/**
 * Two classes that cannot both be.
 *
 * @param first the earlier one's place in the list
 * @param second the later one's place in the list
 * @param violation what is wrong with the later one
 */
public record Twice(int first, int second, Violation violation) {
  /** Whether both have one name; otherwise they sync one Secret. */
  public boolean isOfNames() {
    return violation.rule().equals(SecretRule.DUPLICATE_CLASS.id());
  }
}
