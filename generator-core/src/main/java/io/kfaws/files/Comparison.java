package io.kfaws.files;

import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tree held against a folder.
 *
 * @param files what is to be done to the generated files, sorted by path
 * @param ledger what is to be done to the ledger: one step, or none
 * @param refusals what speaks against it
 */
record Comparison(List<Step> files, List<Step> ledger, List<Refusal> refusals) {

  Comparison {
    files = List.copyOf(files);
    ledger = List.copyOf(ledger);
    refusals = List.copyOf(refusals);
  }

  /**
   * This comparison, if a run may go by it.
   *
   * @throws KfawsException with everything that speaks against it
   */
  Comparison judged(Overwrite overwrite) {
    List<Diagnostic> findings =
        refusals.stream()
            .filter(refusal -> overwrite == Overwrite.REFUSE || !refusal.yields())
            .map(Refusal::diagnostic)
            .distinct()
            .toList();
    KfawsException.throwIfErrors(findings);
    return this;
  }

  boolean isUpToDate() {
    return files.isEmpty() && ledger.isEmpty();
  }

  /** All steps, the ledger last: it tells what is there only once it is there. */
  List<Step> steps() {
    return ledger.isEmpty() ? files : concat(files, ledger);
  }

  /** What a user is told. The ledger follows the files, so it is named only on its own. */
  List<Change> changes() {
    return (files.isEmpty() ? ledger : files).stream().map(Step::change).toList();
  }

  private static List<Step> concat(List<Step> first, List<Step> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
