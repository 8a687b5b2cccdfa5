package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.Kfaws;
import io.kfaws.Rule;
import io.kfaws.schema.Schemas;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever the data of a version of Katib says, its experiments are judged by. */
class KatibFactsTest {
  private static final Experiment EXPERIMENT =
      Experiment.named("random")
          .maximize("accuracy")
          .algorithm(Algorithm.named("random").set("random_state", "1"))
          .trials(3)
          .parameter(Parameter.real("lr", 0.01, 0.05))
          .trial(TrialJob.of("registry.example.com/train:1.0").args("--lr=${trialParameters.lr}"))
          .build()
          .withoutSubstitution();

  @Test
  void algorithmsAndTheirSettingsAreData() {
    assertThat(rules(data -> {})).isEmpty();
    assertThat(rules(data -> search(data).remove("random"))).containsExactly("unknown-algorithm");
    assertThat(rules(data -> settings(data).remove("random_state")))
        .containsExactly("unknown-setting");
    assertThat(rules(data -> settings(data).withObject("/random_state").put("min", 2)))
        .containsExactly("setting-value");
    assertThat(
            rules(data -> settings(data).putObject("r").put("type", "text").put("required", true)))
        .containsExactly("missing-setting");
  }

  @Test
  void rulesOfAlgorithmsAreData() {
    assertThat(rules(data -> random(data).putArray("needs").add("grid-step")))
        .containsExactly("grid-step");
    assertThat(rules(data -> random(data).putArray("needs").add("cmaes-parameters")))
        .containsExactly("cmaes-parameters");
    assertThat(rules(data -> random(data).putArray("needs").add("nas-algorithm")))
        .containsExactly("nas-algorithm");
  }

  @Test
  void defaultsAreData() {
    assertThat(rules(data -> data.withObject("/defaults").put("parallelTrialCount", 4)))
        .containsExactly("trial-counts");
    assertThat(rules(data -> data.withObject("/trialKinds").remove("Job")))
        .containsExactly("trial-condition", "trial-condition");
    assertThat(rules(data -> data.withObject("/defaults").remove("distribution"))).isEmpty();
  }

  @Test
  void needsAreRules() {
    List<String> ids = Kfaws.create().rules().stream().map(Rule::id).toList();
    assertThat(KatibFacts.newest().algorithms().search().values())
        .flatExtracting(AlgorithmFacts::needs)
        .isNotEmpty()
        .isSubsetOf(ids);
  }

  @Test
  void aVersionWithoutDataIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> KatibFacts.of("0.1"));
  }

  private static ObjectNode search(ObjectNode data) {
    return data.withObject("/algorithms/search");
  }

  private static ObjectNode random(ObjectNode data) {
    return search(data).withObject("/random");
  }

  private static ObjectNode settings(ObjectNode data) {
    return random(data).withObject("/settings");
  }

  /** The rules that are broken where the newest version's data is changed. */
  private static List<String> rules(Consumer<ObjectNode> change) {
    ObjectNode data = KatibFacts.data(KatibFacts.newest().katib());
    change.accept(data);
    KatibFacts facts = Trees.bind(data, KatibFacts.class);
    return new ExperimentValidator(new Schemas(), facts)
        .check(EXPERIMENT).stream().map(Diagnostic::rule).toList();
  }
}
