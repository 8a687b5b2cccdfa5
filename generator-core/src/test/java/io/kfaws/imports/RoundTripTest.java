package io.kfaws.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import io.kfaws.katib.Experiment;
import io.kfaws.secrets.MountedFile;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is generated from the imported configuration of each {@code src/test/imports/<case>} says
 * what was there: each key of a Secret is made of the same part of the same secret, each profile
 * has the same owner, role and quota, and each experiment the same spec.
 */
class RoundTripTest {
  private static final Path IMPORTS = Cases.HERE.resolve("imports");

  /**
   * What Kubeflow's own Secret holds in the AWS distribution, and kfaws writes where it belongs.
   */
  private static final List<String> IN_THE_CONFIGURATION = List.of("host", "database", "port");

  private final Kfaws kfaws = Kfaws.create();

  @TestFactory
  Stream<DynamicTest> roundTrips() throws IOException {
    return Cases.folders(IMPORTS).stream()
        .filter(folder -> Files.exists(folder.resolve("expected.yaml")))
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> trip(folder)));
  }

  private void trip(Path folder) throws IOException {
    Source configuration = Source.read(folder.resolve("expected.yaml"));
    JsonNode asked = Yaml.read(configuration).root();
    SortedMap<String, String> files = Cases.files(folder.resolve("in"));
    Set<String> reported = reported(folder);
    boolean isWhole = reported.stream().noneMatch(file -> isClass(files.getOrDefault(file, "")));
    files.keySet().removeAll(reported);
    List<Document> before = documents(files);
    List<Document> after = documents(kfaws.generate(configuration, folder.resolve("out")).files());
    if (isWhole) {
      assertThat(keys(after)).isEqualTo(carried(keys(before), asked));
    } else {
      assertThat(keys(after)).containsAllEntriesOf(carried(keys(before), asked));
    }
    for (JsonNode profile : asked.path("profiles")) {
      String name = profile.path("name").asText();
      Optional<JsonNode> written = object(after, "Profile", "", name);
      Optional<JsonNode> given = object(before, "Profile", "", name);
      if (written.isPresent() && given.isPresent()) {
        assertThat(facts(written.get())).isEqualTo(facts(given.get()));
      }
    }
    for (JsonNode experiment : asked.path("experiments")) {
      String namespace = experiment.path("profile").asText();
      String name = experiment.path("name").asText();
      Optional<JsonNode> given = object(before, Experiment.KIND, namespace, name);
      if (given.isPresent()) {
        assertThat(object(after, Experiment.KIND, namespace, name).orElseThrow().path("spec"))
            .isEqualTo(given.get().path("spec"));
      }
    }
  }

  /** What of a file is not carried over as it is, the import reports with the file's name. */
  private static Set<String> reported(Path folder) throws IOException {
    Path notes = folder.resolve("expected.txt");
    return (Files.exists(notes) ? Files.readAllLines(notes) : List.<String>of())
        .stream()
            .filter(line -> line.startsWith("in/") && line.endsWith("[not-imported]"))
            .map(line -> line.substring("in/".length(), line.indexOf(':')))
            .collect(Collectors.toSet());
  }

  private static boolean isClass(String text) {
    return text.contains("kind: " + SecretProviderClass.KIND);
  }

  private static List<Document> documents(SortedMap<String, String> files) {
    List<Document> documents = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".yaml")) {
            documents.addAll(Yaml.readAll(Source.of(Path.of(path), text)));
          }
        });
    return documents;
  }

  /** What the keys of the Secrets are made of, by namespace, Secret and key. */
  private static SortedMap<String, String> keys(List<Document> documents) {
    SortedMap<String, String> keys = new TreeMap<>();
    documents.stream()
        .filter(document -> document.root().path("kind").asText().equals(SecretProviderClass.KIND))
        .filter(document -> document.root().at("/spec/provider").asText().equals("aws"))
        .map(SecretProviderClass::read)
        .forEach(
            one ->
                one.secretObjects()
                    .forEach(
                        secret ->
                            secret
                                .data()
                                .forEach(
                                    data ->
                                        keys.put(
                                            String.join(
                                                "/",
                                                one.namespace(),
                                                secret.secretName(),
                                                secret.type(),
                                                data.key()),
                                            Optional.ofNullable(one.files().get(data.objectName()))
                                                .map(MountedFile::origin)
                                                .orElse("nothing")))));
    return keys;
  }

  /** Those that the configuration has a part for. */
  private static SortedMap<String, String> carried(
      Map<String, String> keys, JsonNode configuration) {
    SortedMap<String, String> carried = new TreeMap<>(keys);
    carried
        .keySet()
        .removeIf(
            key ->
                key.startsWith("kubeflow/mysql-secret/")
                    && (!configuration.has("rds")
                        || IN_THE_CONFIGURATION.contains(key.substring(key.lastIndexOf('/') + 1))));
    carried
        .keySet()
        .removeIf(
            key ->
                key.startsWith("kubeflow/mlpipeline-minio-artifact/")
                    && configuration.at("/s3/access/staticKeys").isMissingNode());
    return carried;
  }

  private static Optional<JsonNode> object(
      List<Document> documents, String kind, String namespace, String name) {
    return documents.stream()
        .map(Document::root)
        .filter(root -> root.path("kind").asText().equals(kind))
        .filter(root -> root.at("/metadata/namespace").asText().equals(namespace))
        .filter(root -> root.at("/metadata/name").asText().equals(name))
        .filter(root -> root.has("spec"))
        .findFirst();
  }

  /** Owner, role and quota, quantities as text. */
  private static List<String> facts(JsonNode profile) {
    List<String> facts = new ArrayList<>();
    facts.add(profile.at("/spec/owner/kind").asText());
    facts.add(profile.at("/spec/owner/name").asText());
    facts.add(profile.at("/spec/plugins/0/spec/awsIamRole").asText());
    profile
        .at("/spec/resourceQuotaSpec/hard")
        .properties()
        .forEach(limit -> facts.add(limit.getKey() + " " + limit.getValue().asText()));
    return facts;
  }
}
