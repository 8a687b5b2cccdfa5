package io.kfaws;

/**
 * One file that differs between what is generated and what lies in the output folder.
 *
 * @param kind what a run does to the file
 * @param path relative to the output folder, with {@code /}
 * @param before the content on disk, read as UTF-8; empty for {@link Kind#ADDED}
 * @param after the generated content; empty for {@link Kind#REMOVED}
 */
public record Change(Kind kind, String path, String before, String after) {

  /** What a run does to a file. */
  public enum Kind {
    /** It is written where there was none. */
    ADDED,
    /** Its content is replaced. */
    MODIFIED,
    /** It is deleted: kfaws wrote it once and generates it no longer. */
    REMOVED
  }

  /** Guards that what is added has no past and what is removed no future. */
  public Change {
    if ((kind == Kind.ADDED && !before.isEmpty()) || (kind == Kind.REMOVED && !after.isEmpty())) {
      throw new IllegalArgumentException(kind + " with both contents: " + path);
    }
  }

  /**
   * The change in the unified format that {@code git apply -p1} and {@code patch -p1} read: headers
   * {@code a/…} and {@code b/…} ({@code /dev/null} for the side that is missing), three lines of
   * context, LF. Empty where both contents are empty.
   */
  public String unifiedDiff() {
    return UnifiedDiff.of(
        kind == Kind.ADDED ? "/dev/null" : "a/" + path,
        kind == Kind.REMOVED ? "/dev/null" : "b/" + path,
        before,
        after);
  }
}
