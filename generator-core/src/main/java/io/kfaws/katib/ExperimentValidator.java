package io.kfaws.katib;

import io.kfaws.Diagnostic;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Validates an experiment where it is written, as Katib would where it runs. Thread-safe.
 *
 * <p>Errors are what Katib's admission webhook or the API server refuses (Katib, {@code
 * pkg/webhook/v1beta1/experiment/validator/validator.go}), and keys that both would drop without a
 * word. Warnings are what they let through, and what then goes wrong in the cluster. Katib's
 * defaults are filled in first, as it does.
 */
public final class ExperimentValidator {
  private final ExperimentReader reader;
  private final List<ExperimentRule> rules;

  /** A validator for installations that know the algorithms that Katib brings. */
  public ExperimentValidator(Schemas schemas) {
    this(schemas, KnownAlgorithms.ofKatib());
  }

  /** A validator for installations that know these algorithms. */
  public ExperimentValidator(Schemas schemas, KnownAlgorithms algorithms) {
    this.reader = new ExperimentReader(schemas);
    this.rules =
        List.of(
            new CountsRule(),
            new ObjectiveRule(),
            new AlgorithmRule(algorithms),
            new SearchSpaceRule(),
            new TemplateRule(),
            new TrialParametersRule(),
            new SubstitutionRule(),
            new JobRule(),
            new CollectorRule(),
            new FilterRule(),
            // What follows are warnings.
            new AssignmentRule(),
            new NumbersRule(),
            new SettingsRule(),
            new GridRule(),
            new HyperbandRule(),
            new PbtRule(),
            new CmaesRule(),
            new NasRule(),
            new PodRule(),
            new CommandRule(),
            new ImageRule(),
            new FluxRule());
  }

  private ExperimentValidator(ExperimentReader reader, List<ExperimentRule> rules) {
    this.reader = reader;
    this.rules = List.copyOf(rules);
  }

  /** The same validate for experiments that run there. */
  public ExperimentValidator within(ExperimentContext surroundings) {
    List<ExperimentRule> more = new ArrayList<>(rules);
    more.add(new QuotaRule(surroundings.quota()));
    surroundings.serviceAccount().ifPresent(account -> more.add(new AccountRule(account)));
    return new ExperimentValidator(reader, more);
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
    Experiment experiment = Defaults.fill(ExperimentReader.bind(document));
    Findings findings = new Findings(document);
    rules.forEach(rule -> rule.validate(experiment, findings));
    return findings.all();
  }

  /** All findings about an experiment, with places in the YAML that it is written as. */
  public List<Diagnostic> check(Experiment experiment) {
    return check(experiment.document());
  }
}
