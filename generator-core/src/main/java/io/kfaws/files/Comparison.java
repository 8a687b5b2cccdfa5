package io.kfaws.files;

import io.kfaws.Applied;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import io.kfaws.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tree held against a folder.
 *
 * @param difference what the user is told of it
 * @param files what is to be done to the generated files, sorted by path
 * @param ledger what is to be done to the ledger: a step for each form of it, or none
 * @param refusals what speaks against it
 */
record Comparison(
    Difference difference, List<Step> files, List<Step> ledger, List<Refusal> refusals) {

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
  Comparison validated(Overwrite overwrite, WriteCheck guard) {
    List<Diagnostic> findings = new ArrayList<>();
    refusals.stream()
        .filter(refusal -> overwrite == Overwrite.REFUSE || !refusal.yields())
        .map(Refusal::diagnostic)
        .distinct()
        .forEach(findings::add);
    findings.addAll(guard.violations(difference));
    KfawsException.throwIfErrors(findings);
    return this;
  }

  /** This comparison, with what was put right before: it is told even if the run is refused. */
  Comparison after(List<Diagnostic> putRight) {
    Difference told =
        new Difference(
            difference.folder(),
            difference.changes(),
            difference.lost(),
            difference.isMerged(),
            concat(difference.remarks(), putRight));
    return new Comparison(
        told,
        files,
        ledger,
        concat(refusals, putRight.stream().map(it -> new Refusal(it, false)).toList()));
  }

  /** What a run that went by it did. */
  Applied applied() {
    return new Applied(
        difference.changes(),
        difference.remarks().stream().filter(it -> it.severity() == Severity.WARNING).toList());
  }

  boolean isUpToDate() {
    return files.isEmpty() && ledger.isEmpty();
  }

  /** All steps, the ledger last: it tells what is there only once it is there. */
  List<Step> steps() {
    return ledger.isEmpty() ? files : concat(files, ledger);
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
