package io.kfaws.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.Cases;
import io.kfaws.ConfigurationSchema;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.installation.DatabaseName;
import io.kfaws.installation.HostName;
import io.kfaws.text.Document;
import io.kfaws.text.EnvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model of the parameter files says what templates write and what a configuration can hold. */
class ParametersTest {
  private static final Path TEMPLATES = Cases.ROOT.resolve("templates/common");
  private static final Path CONFIGURATION =
      Cases.HERE.resolve("goldens/explicit-values/kfaws.yaml");
  private static final Parameters KNOWN = Parameters.known();

  /** Each file has one model, with its keys in their order, each from the path that it names. */
  @Test
  void modelAndTemplatesAgree() throws IOException {
    Set<String> files = new TreeSet<>();
    for (Parameters.File model : KNOWN.files()) {
      files.add(model.file() + ".j2");
      Path template = TEMPLATES.resolve(model.file() + ".j2");
      List<EnvFile.Entry> entries = EnvFile.read(Source.read(template)).entries();
      assertThat(entries)
          .extracting(EnvFile.Entry::key)
          .containsExactlyElementsOf(model.keys().stream().map(Parameters.Key::key).toList());
      for (EnvFile.Entry entry : entries) {
        String hole = "{{ " + model.key(entry.key()).orElseThrow().path() + " | env }}";
        assertThat(entry.value()).as(entry.key()).contains(hole);
      }
      String kustomization = read(template);
      assertThat(kustomization)
          .contains("name: " + model.configMap() + "\n")
          .contains("- params.env");
    }
    Set<String> there = new TreeSet<>(Cases.files(TEMPLATES).keySet());
    there.removeIf(path -> !path.contains(".env"));
    assertThat(files).isEqualTo(there);
  }

  private static String read(Path template) throws IOException {
    Path file = template.resolveSibling("kustomization.yaml");
    return Files.readString(
        Files.exists(file) ? file : template.resolveSibling("kustomization.yaml.j2"));
  }

  @Test
  void theyAreFromTheConfiguration() throws IOException {
    Set<String> paths = ConfigurationSchema.read().keys().keySet();
    assertThat(keys()).allSatisfy(key -> assertThat(paths).contains(key.path()));
  }

  private static List<Parameters.Key> keys() {
    return KNOWN.files().stream().flatMap(file -> file.keys().stream()).toList();
  }

  /** A key of ours is none of upstream's other ones. */
  @Test
  void othersAreOthers() {
    for (Parameters.File file : KNOWN.files()) {
      List<String> others = KNOWN.others().getOrDefault(file.configMap(), List.of());
      assertThat(others)
          .doesNotHaveDuplicates()
          .isSorted()
          .doesNotContainAnyElementsOf(file.keys().stream().map(Parameters.Key::key).toList());
    }
  }

  /** The names of the AWS distribution, which kfaws import relies on. */
  @Test
  void theDistributionHasItsNames() {
    assertThat(KNOWN.files())
        .flatExtracting(
            file -> file.keys().stream().flatMap(k -> k.distribution().stream()).toList())
        .containsExactly(
            "dbHost", "mlmdDb", "bucketName", "minioServiceHost", "minioServiceRegion");
  }

  /** What a line of an env file cannot hold, no configuration can, wherever a parameter is from. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb", "a\r", "a\rb", "\u0000", "\u001b", "\u007f", "\u0085", "\u2028", "\ufeff", "\uffff"
      })
  void aConfigurationHoldsNothingThatALineCannot(String value) throws IOException {
    assertThat(EnvFile.flaw(value)).isPresent();
    for (Parameters.Key key : keys()) {
      assertThat(holds(key, value)).as(key.path()).isFalse();
      assertThat(holds(key, "db.example.com" + value)).as(key.path()).isFalse();
    }
  }

  private static boolean holds(Parameters.Key key, String value) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode configuration = (ObjectNode) yaml.readTree(Files.readString(CONFIGURATION));
    var pointer = Document.pointer(key.path());
    ((ObjectNode) configuration.at(pointer.head()))
        .put(pointer.last().getMatchingProperty(), value);
    try {
      Kfaws.create().read(Source.of(CONFIGURATION, yaml.writeValueAsString(configuration)));
      return true;
    } catch (KfawsException e) {
      return false;
    }
  }

  /** The forms are those of the value types of the configuration. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a.b",
        "db.example.com",
        "db.example.com.",
        "DB.example.com",
        "db..example.com",
        "-a.com",
        "a-.com",
        "1.2.3.4",
        "a.b1",
        "https://a.com",
        "a.com:3306",
        " a.com",
        "a.com ",
        "\"a.com\"",
        "a_b",
        "_a",
        "1a",
        "a-b",
        "Metadata_2",
        "metadata db"
      })
  void formsAreThoseOfTheConfiguration(String value) {
    String longest = value + "x".repeat(64);
    for (String text : List.of(value, longest)) {
      assertThat(ParameterForm.HOST.holds(text)).isEqualTo(isOne(HostName::of, text));
      assertThat(ParameterForm.DATABASE.holds(text)).isEqualTo(isOne(DatabaseName::of, text));
    }
  }

  private static boolean isOne(Function<String, ?> type, String text) {
    try {
      return Optional.ofNullable(type.apply(text)).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void otherFormsHaveTheirBounds() {
    assertThat(List.of("1", "3306", "65535")).allMatch(ParameterForm.PORT::holds);
    assertThat(List.of("", "0", "65536", "03306", "3306 ", "999999"))
        .noneMatch(ParameterForm.PORT::holds);
    assertThat(List.of("s3://bucket", "s3://bucket/", "s3://my.bucket/v2/a'b_c"))
        .allMatch(ParameterForm.S3_URL::holds);
    assertThat(
            List.of(
                "", "s3://", "s3://A", "minio://bucket/a", "bucket", "s3://bucket//a", "s3://b c"))
        .noneMatch(ParameterForm.S3_URL::holds);
    assertThat(ParameterForm.REGION.holds("us-west-2")).isTrue();
    assertThat(ParameterForm.REGION.holds("Oregon")).isFalse();
    assertThat(ParameterForm.BUCKET.holds("kf-bucket")).isTrue();
    assertThat(ParameterForm.BUCKET.holds("kf_bucket")).isFalse();
  }
}
