package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.katib.ExperimentSpec.ResumePolicy;
import io.kfaws.katib.FeasibleSpace.Distribution;
import io.kfaws.katib.NasConfig.GraphConfig;
import io.kfaws.katib.NasConfig.Operation;
import io.kfaws.katib.Objective.Extract;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Experiments that are written in Java. */
class ExperimentBuilderTest {
  private static final String PAGE = "kfaws.katib.page";
  private static final Path BUILT = Cases.HERE.resolve("katib/built");

  private final ExperimentValidator check = new ExperimentValidator(new Schemas());

  /**
   * The experiment of the AWS distribution's page on Katib, from the page itself: the file that the
   * system property {@code kfaws.katib.page} names.
   */
  @Test
  void buildsTheExperimentOfAws() throws IOException {
    Optional<Path> page = Outside.named(PAGE);
    if (page.isEmpty()) {
      Outside.missing(PAGE, "the AWS distribution's page on Katib");
    }
    String text = KatibPage.experiment(page.orElseThrow());
    Document given = Yaml.read(Source.of(Path.of("experiment.yaml"), text));
    Experiment built = ofAws();
    assertThat(Sameness.same(built.document().root(), given.root())).as(built.yaml()).isTrue();
    assertThat(check.check(given))
        .extracting(Diagnostic::rule)
        .containsExactly("latest-tag", "shell-operator");
    assertThat(check.check(built))
        .extracting(Diagnostic::rule)
        .containsExactly("latest-tag", "shell-operator");
  }

  private static Experiment ofAws() {
    return Experiment.named("test")
        .in("team-a")
        .maximize("Validation-accuracy")
        .goal(0.9)
        .observe("Train-accuracy")
        .algorithm("random")
        .parallel(3)
        .trials(12)
        .failures(1)
        .parameter(Parameter.real("lr", 0.01, 0.03))
        .parameter(Parameter.whole("num-layers", 2, 5))
        .parameter(Parameter.choice("optimizer", "sgd", "adam", "ftrl"))
        .trial(
            TrialJob.of("public.ecr.aws/z1j2m4o4/kubeflow-katib-mxnet-mnist:latest")
                .command(
                    "python3",
                    "/opt/mxnet-mnist/list_s3_buckets.py",
                    "&&",
                    "python3",
                    "/opt/mxnet-mnist/mnist.py",
                    "--batch-size=64",
                    "--lr=${trialParameters.learningRate}",
                    "--num-layers=${trialParameters.numberLayers}",
                    "--optimizer=${trialParameters.optimizer}")
                .template()
                .fill("learningRate", "lr", "Learning rate for the training model")
                .fill("numberLayers", "num-layers", "Number of training model layers")
                .fill("optimizer", "optimizer", "Training model optimizer (sdg, adam or ftrl)"))
        .build();
  }

  /** Every word of the builders, against {@code src/test/katib/built/<name>.yaml}. */
  @Test
  void buildsWhatItSays() throws IOException {
    for (Experiment experiment : List.of(everything(), architecture(), workflow())) {
      Path expected = BUILT.resolve(experiment.metadata().name() + ".yaml");
      if (Cases.WRITE) {
        Files.writeString(expected, experiment.yaml());
      }
      assertThat(experiment.yaml()).isEqualTo(Files.readString(expected));
      assertThat(check.check(experiment.withoutSubstitution())).isEmpty();
    }
  }

  private static Experiment everything() throws IOException {
    ObjectNode collector = tree("{\"name\": \"c\", \"image\": \"registry.example.com/c:1.0\"}");
    return Experiment.named("everything")
        .in("team-a")
        .label("team", "a")
        .annotation("owner", "alice")
        .minimize("loss")
        .goal(1e-5)
        .observe("accuracy")
        .count("accuracy", Extract.LATEST)
        .algorithm(Algorithm.named("tpe").set("gamma", 0.25).set("random_state", "10"))
        .stopEarly(Algorithm.named("medianstop").set("start_step", 5))
        .trials(20)
        .resume(ResumePolicy.FROM_VOLUME)
        .parameter(Parameter.real("lr", 1e-5, 1).step(1e-5).distributed(Distribution.LOG_UNIFORM))
        .parameter(Parameter.discrete("batch", 16, 32, 0.5))
        .metrics(MetricsCollector.custom(collector, Optional.empty()))
        .trial(
            TrialJob.of("registry.example.com/train:1.0")
                .args("--lr=${trialParameters.lr}", "--batch=${trialParameters.batch}")
                .env("RUN", "no")
                .limit("nvidia.com/gpu", "1")
                .request("memory", "2Gi")
                .as("default-editor"))
        .build();
  }

  private static Experiment architecture() {
    Parameter size = Parameter.whole("size", 2, 3);
    return Experiment.named("architecture")
        .maximize("accuracy")
        .trials(10)
        .algorithm("enas")
        .architecture(
            new NasConfig(
                new GraphConfig(Optional.of(8), List.of(32, 32, 3), List.of(10)),
                List.of(new Operation("reduction", List.of(size)))))
        .metrics(MetricsCollector.stdOut("([\\w-]+)=(\\d+)"))
        .trial(
            TrialJob.of("registry.example.com/train:1.0")
                .command("train", "${trialParameters.network}")
                .template()
                .fill("network", "architecture"))
        .build();
  }

  private static Experiment workflow() throws IOException {
    ObjectNode workflow =
        tree(
            """
            {"apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow",
             "spec": {"arguments": {"parameters": [
               {"name": "lr", "value": "${trialParameters.lr}"}]}}}""");
    return Experiment.named("workflow")
        .maximize("accuracy")
        .trials(10)
        .algorithm("random")
        .parameter(Parameter.real("lr", 0, 1))
        .metrics(MetricsCollector.push())
        .trial(
            TrialTemplate.of("main", workflow)
                .ending("status.phase==\"Succeeded\"", "status.phase==\"Failed\""))
        .build();
  }

  @Test
  void collectorsAreOfTheirKinds() {
    Stream.of(
            MetricsCollector.stdOut(),
            MetricsCollector.file("/metrics.json", MetricsSource.FileFormat.JSON),
            MetricsCollector.tensorFlowEvents("/events"),
            MetricsCollector.push())
        .map(collector -> architectureWith(collector))
        .forEach(experiment -> assertThat(check.check(experiment.withoutSubstitution())).isEmpty());
  }

  private static Experiment architectureWith(MetricsCollector collector) {
    Experiment given = architecture();
    ExperimentSpec spec = given.spec();
    return new Experiment(
        given.metadata(),
        new ExperimentSpec(
            spec.objective(),
            spec.algorithm(),
            spec.earlyStopping(),
            spec.parallelTrialCount(),
            spec.maxTrialCount(),
            spec.maxFailedTrialCount(),
            spec.resumePolicy(),
            spec.parameters(),
            spec.nasConfig(),
            Optional.of(collector),
            spec.trialTemplate()));
  }

  @Test
  void needsItsThreeParts() {
    ExperimentBuilder none = Experiment.named("none").goal(1);
    assertThatIllegalStateException().isThrownBy(none::build).withMessageContaining("maximize");
    none.maximize("accuracy");
    assertThatIllegalStateException().isThrownBy(none::build).withMessageContaining("algorithm");
    none.algorithm("random");
    assertThatIllegalStateException().isThrownBy(none::build).withMessageContaining("trial");
    none.trial(TrialJob.of("registry.example.com/train:1.0"));
    assertThat(check.check(none.build()))
        .extracting(Diagnostic::rule)
        .containsExactly("search-space");
  }

  private static ObjectNode tree(String json) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(json);
  }
}
