package io.kfaws.validate;

import io.kfaws.Diagnostic;
import io.kfaws.kube.Root;
import java.util.List;

/** One rule, or one family of rules, across the files of a root. */
interface RootRule {
  /** All findings, in any order. */
  List<Diagnostic> check(Root root);
}
