package io.kfaws;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** Writes two texts as one unified diff. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  // Part of the line's text, so that a line with and one without its LF count as different.
  private static final String NO_NEWLINE = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  static String of(String beforeName, String afterName, String before, String after) {
    List<String> old = lines(before);
    List<String> diff =
        new ArrayList<>(
            UnifiedDiffUtils.generateUnifiedDiff(
                beforeName, afterName, old, DiffUtils.diff(old, lines(after)), CONTEXT));
    if (!diff.isEmpty() && (before.isEmpty() || after.isEmpty())) {
      // An empty side has no line 1 to start at; GNU diff writes 0, java-diff-utils 4.16 writes 1.
      diff.set(2, diff.get(2).replace("-1,0 ", "-0,0 ").replace("+1,0 ", "+0,0 "));
    }
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  /** The lines without their LF; a CR stays, for it may be all that differs. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start) + NO_NEWLINE);
    }
    return lines;
  }
}
