package io.kfaws.identity;

import io.kfaws.text.Diagnostic;
import java.util.function.Consumer;

/** One rule, or one family of rules, about the identities of an installation. */
interface Rule {
  /** Tells all findings, in any order. */
  void judge(Inspection inspection, Consumer<Diagnostic> findings);
}
