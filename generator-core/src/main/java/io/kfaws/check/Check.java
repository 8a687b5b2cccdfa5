package io.kfaws.check;

import io.kfaws.text.Diagnostic;
import java.util.List;

/** One rule, or one family of rules, across the files of a root. */
interface Check {
  /** All findings, in any order. */
  List<Diagnostic> check(OverlayFiles root);
}
