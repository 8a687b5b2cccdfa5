package io.kfaws.iam;

import io.kfaws.Diagnostic;
import java.util.function.Consumer;

/** One rule, or one family of rules, about the identities of an installation. */
interface GraphRule {
  /** Tells all findings, in any order. */
  void validate(Inspection inspection, Consumer<Diagnostic> findings);
}
