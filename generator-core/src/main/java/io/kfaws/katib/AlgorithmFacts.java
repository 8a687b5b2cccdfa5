package io.kfaws.katib;

import static io.kfaws.katib.SettingForm.aboveZero;
import static io.kfaws.katib.SettingForm.any;
import static io.kfaws.katib.SettingForm.atLeast;
import static io.kfaws.katib.SettingForm.inside;
import static io.kfaws.katib.SettingForm.number;
import static io.kfaws.katib.SettingForm.oneOf;
import static io.kfaws.katib.SettingForm.share;
import static io.kfaws.katib.SettingForm.shareAboveZero;
import static io.kfaws.katib.SettingForm.whole;

import java.util.Map;
import java.util.Set;

/**
 * The settings of the algorithms that Katib brings, as each one's service validates them when an
 * experiment starts. The webhook does not: an experiment with a wrong setting is accepted, and
 * fails.
 *
 * <p>Which service an algorithm has is Katib's {@code katib-config} (0.19); what it takes is in
 * kubeflow/katib, {@code pkg/suggestion/v1beta1}: {@code hyperopt/service.py} (random, tpe), {@code
 * optuna/service.py} (grid, multivariate-tpe), {@code skopt/service.py} (bayesianoptimization),
 * {@code goptuna/converter.go} (cmaes, sobol), {@code hyperband/service.py}, {@code
 * pbt/service.py}, {@code nas/enas/AlgorithmSettings.py} and {@code nas/enas/service.py}, {@code
 * nas/darts/service.py}; and {@code pkg/earlystopping/v1beta1/medianstop/service.py}.
 *
 * @param closed whether the service refuses settings that it does not know; others ignore them
 * @param required the settings that must be there
 * @param settings the settings there are, and what their values must be
 */
record AlgorithmFacts(boolean closed, Set<String> required, Map<String, SettingForm> settings) {

  /** The algorithms that look for the next trial. */
  static final Map<String, AlgorithmFacts> SEARCH =
      Map.ofEntries(
          Map.entry("random", closed(Map.of("random_state", whole(0)))),
          Map.entry("grid", closed(Map.of("random_state", whole(0)))),
          Map.entry(
              "tpe",
              closed(
                  Map.of(
                      "gamma", inside(),
                      "prior_weight", aboveZero(),
                      "n_EI_candidates", whole(1),
                      "random_state", whole(0)))),
          Map.entry(
              "multivariate-tpe",
              closed(
                  Map.of(
                      "n_startup_trials", whole(0),
                      "n_ei_candidates", whole(0),
                      "random_state", whole(0)))),
          Map.entry(
              "bayesianoptimization",
              closed(
                  Map.of(
                      "base_estimator", oneOf("GP", "RF", "ET", "GBRT"),
                      "n_initial_points", whole(0),
                      "acq_func", oneOf("gp_hedge", "LCB", "EI", "PI", "EIps", "PIps"),
                      "acq_optimizer", oneOf("auto", "sampling", "lbfgs"),
                      "random_state", whole(0)))),
          Map.entry(
              "cmaes",
              open(
                  Set.of(),
                  Map.of(
                      "random_state", whole(),
                      "sigma", number(),
                      "restart_strategy", oneOf("ipop", "bipop", "none")))),
          Map.entry("sobol", open(Set.of(), Map.of())),
          Map.entry(
              "hyperband",
              open(
                  Set.of("r_l", "resource_name"),
                  Map.of("r_l", aboveZero(), "resource_name", any(), "eta", atLeast(2)))),
          Map.entry(
              "pbt",
              open(
                  Set.of("suggestion_trial_dir", "n_population", "truncation_threshold"),
                  Map.of(
                      "suggestion_trial_dir", any(),
                      "n_population", whole(5),
                      "truncation_threshold", share(),
                      "resample_probability", share()))),
          Map.entry("enas", closed(enas())),
          Map.entry("darts", open(Set.of(), darts())));

  /** The algorithms that look for trials to stop. */
  static final Map<String, AlgorithmFacts> EARLY_STOPPING =
      Map.of("medianstop", closed(Map.of("min_trials_required", whole(1), "start_step", whole(1))));

  private static Map<String, SettingForm> enas() {
    return Map.of(
        "controller_hidden_size", whole(1),
        "controller_temperature", aboveZero().orNone(),
        "controller_tanh_const", aboveZero().orNone(),
        "controller_entropy_weight", aboveZero().orNone(),
        "controller_skip_weight", aboveZero().orNone(),
        "controller_baseline_decay", shareAboveZero(),
        "controller_learning_rate", shareAboveZero(),
        "controller_skip_target", shareAboveZero(),
        "controller_train_steps", whole(1),
        "controller_log_every_steps", whole(1));
  }

  private static Map<String, SettingForm> darts() {
    return Map.ofEntries(
        Map.entry("num_epochs", whole(1)),
        Map.entry("w_lr", atLeast(0)),
        Map.entry("w_lr_min", atLeast(0)),
        Map.entry("alpha_lr", atLeast(0)),
        Map.entry("w_weight_decay", atLeast(0)),
        Map.entry("alpha_weight_decay", atLeast(0)),
        Map.entry("w_momentum", atLeast(0)),
        Map.entry("w_grad_clip", atLeast(0)),
        Map.entry("batch_size", whole(1).orNone()),
        Map.entry("num_workers", whole(0)),
        Map.entry("init_channels", whole(1)),
        Map.entry("print_step", whole(1)),
        Map.entry("num_nodes", whole(1)),
        Map.entry("stem_multiplier", whole(1)));
  }

  /** What the value of a setting must be, in words. */
  String form(String setting) {
    return settings.getOrDefault(setting, any()).words();
  }

  private static AlgorithmFacts closed(Map<String, SettingForm> settings) {
    return new AlgorithmFacts(true, Set.of(), settings);
  }

  private static AlgorithmFacts open(Set<String> required, Map<String, SettingForm> settings) {
    return new AlgorithmFacts(false, required, settings);
  }
}
