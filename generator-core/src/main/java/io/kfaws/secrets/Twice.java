package io.kfaws.secrets;

/**
 * Two classes that cannot both be.
 *
 * @param first the earlier one's place in the list
 * @param second the later one's place in the list
 * @param breach what is wrong with the later one
 */
public record Twice(int first, int second, Violation breach) {
  /** Whether both have one name; otherwise they sync one Secret. */
  public boolean isOfNames() {
    return breach.rule().equals(Rule.DUPLICATE_CLASS.id());
  }
}
