package io.kfaws.files;

import io.kfaws.Diagnostic;
import io.kfaws.Overwrite;
import java.util.List;

/**
 * Who has a say before a run writes, beside the ledger. It is asked about just what the run will
 * do, possibly twice: before the folder is locked, and while it is.
 */
@FunctionalInterface
public interface WriteCheck {
  /** Has nothing against anything. */
  WriteCheck NONE = difference -> List.of();

  /** What speaks against it; an error refuses the run, whatever {@link Overwrite} says. */
  List<Diagnostic> violations(Difference difference);
}
