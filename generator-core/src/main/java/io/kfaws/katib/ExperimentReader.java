package io.kfaws.katib;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.schema.LeftToTrials;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Numbers;
import io.kfaws.text.Walk;
import java.util.ArrayList;
import java.util.List;

/** A manifest, validated by its form, becomes an experiment. Thread-safe. */
public final class ExperimentReader {
  private static final int DIGITS = 60;

  private final Schemas schemas;
  private final KatibFacts facts;

  /** A reader of what the newest Katib that kfaws knows takes. */
  public ExperimentReader(Schemas schemas) {
    this(schemas, KatibFacts.newest());
  }

  /** A reader of what this Katib takes. */
  public ExperimentReader(Schemas schemas, KatibFacts facts) {
    this.schemas = schemas;
    this.facts = facts;
  }

  /**
   * The experiment that a document holds. Keys that neither Katib nor, in a batch/v1 Job,
   * Kubernetes knows are refused, not dropped.
   *
   * @throws KfawsException with all findings of its form
   */
  public Experiment read(Document document) {
    KfawsException.throwIfErrors(form(document));
    return bind(document);
  }

  /** What is wrong with a document's form: keys, types, choices of one key alone. */
  List<Diagnostic> form(Document document) {
    List<Diagnostic> findings =
        schemas.validate(facts.schema(), document).stream()
            .filter(finding -> !LeftToTrials.isOne(finding))
            .toList();
    return findings.isEmpty() ? numbers(document) : findings;
  }

  /** Numbers of many digits, of which the validation of schemas sees the last 64 bits only. */
  private static List<Diagnostic> numbers(Document document) {
    List<Diagnostic> findings = new ArrayList<>();
    Walk.through(
        document.root(),
        (at, node) -> {
          if (node.isNumber() && Numbers.digits(node.decimalValue()) > DIGITS) {
            findings.add(
                Diagnostic.error(
                    "out-of-range",
                    document.at(at),
                    Document.path(at),
                    "has more than " + DIGITS + " digits",
                    "write a smaller one"));
          }
        });
    return findings;
  }

  /** The experiment of a document whose form has no findings. */
  static Experiment bind(Document document) {
    return Trees.bind(document.root(), Experiment.class);
  }
}
