package io.kfaws.katib;

import io.kfaws.Diagnostic;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Validates an experiment where it is written, as Katib would where it runs. Thread-safe.
 *
 * <p>Errors are what Katib's admission webhook or the API server refuses (Katib, {@code
 * pkg/webhook/v1beta1/experiment/validator/validator.go}), and keys that both would drop without a
 * word. Warnings are what they let through, and what then goes wrong in the cluster. Katib's
 * defaults are filled in first, as it does.
 */
public final class ExperimentValidator {
  private final Schemas schemas;
  private final ExperimentReader reader;
  private final OwnAlgorithms own;
  private final ExperimentContext context;
  private final KatibFacts facts;
  private final List<ExperimentRule> rules;

  /** A validator for the newest Katib that kfaws knows. */
  public ExperimentValidator(Schemas schemas) {
    this(schemas, KatibFacts.newest());
  }

  /** A validator for this Katib. */
  public ExperimentValidator(Schemas schemas, KatibFacts facts) {
    this(
        schemas,
        new ExperimentReader(schemas, facts),
        facts,
        OwnAlgorithms.NONE,
        new ExperimentContext(new TreeMap<>(), Optional.empty()));
  }

  private ExperimentValidator(
      Schemas schemas,
      ExperimentReader reader,
      KatibFacts facts,
      OwnAlgorithms own,
      ExperimentContext context) {
    this.schemas = schemas;
    this.own = own;
    this.context = context;
    this.reader = reader;
    this.facts = facts;
    this.rules =
        List.of(
            new ObjectiveRules(facts),
            new AlgorithmRules(facts, own),
            new AlgorithmNeedsRules(facts),
            new SearchSpaceRules(facts),
            new ArchitectureRules(facts),
            new TrialTemplateRules(facts),
            new JobRoundTripRules(schemas, facts),
            new AcceptedPodRules(schemas),
            new TrialPodRules(context.serviceAccount()),
            new MetricsCollectorRules(facts),
            new QuotaRules(context.quota()),
            new FluxRule(context.isUnderFlux()));
  }

  /** The same validator for experiments that run there. */
  public ExperimentValidator within(ExperimentContext context) {
    return new ExperimentValidator(schemas, reader, facts, own, context);
  }

  /** The same validator where katib-config has these services besides Katib's own. */
  public ExperimentValidator knowing(OwnAlgorithms algorithms) {
    return new ExperimentValidator(schemas, reader, facts, algorithms, context);
  }

  /**
   * All findings about the experiment that a document holds, sorted by place. If its form has
   * findings, those are all: what is not of its form cannot be validated further.
   */
  public List<Diagnostic> check(Document document) {
    List<Diagnostic> form = reader.form(document);
    if (!form.isEmpty()) {
      return form;
    }
    Experiment experiment = new Defaults(facts).fill(ExperimentReader.bind(document));
    ExperimentFindings findings = new ExperimentFindings(document, facts.unchecked());
    rules.forEach(rule -> rule.validate(experiment, findings));
    return findings.all();
  }

  /** All findings about an experiment, with places in the YAML that it is written as. */
  public List<Diagnostic> check(Experiment experiment) {
    return check(experiment.document());
  }
}
