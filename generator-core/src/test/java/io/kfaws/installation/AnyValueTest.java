package io.kfaws.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is in whichever place of a configuration, the answer is files or findings with a place,
 * and never a fault: schema and value types agree on what they let through.
 */
class AnyValueTest {
  private static final Path CONFIGURATION =
      Cases.HERE.resolve("goldens/explicit-values/kfaws.yaml");

  /** Configurations for profiles, roles and secrets, whose reading is what may fail. */
  private static final Path PROFILES = Cases.HERE.resolve("configurations/profiles/kfaws.yaml");

  private static final Path ROLES = Cases.HERE.resolve("configurations/roles/kfaws.yaml");
  private static final Path SECRETS = Cases.HERE.resolve("configurations/secrets/kfaws.yaml");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Kfaws KFAWS = Kfaws.create();

  static Stream<Arguments> places() throws IOException {
    List<Arguments> places = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Path configuration : List.of(CONFIGURATION, PROFILES, ROLES, SECRETS)) {
      List<JsonPointer> pointers = new ArrayList<>();
      JsonNode whole = YAML.readTree(Files.readString(configuration));
      add(whole, JsonPointer.empty(), pointers);
      pointers.stream()
          .filter(at -> configuration.equals(CONFIGURATION) || known.add(like(whole, at)))
          .forEach(at -> places.add(Arguments.of(configuration, at)));
    }
    return places.stream();
  }

  private static void add(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    places.add(at);
    node.properties().forEach(p -> add(p.getValue(), at.appendProperty(p.getKey()), places));
    for (int n = 0; node.isArray() && n < node.size(); n++) {
      add(node.get(n), at.appendIndex(n), places);
    }
  }

  /**
   * What a place has in common with those that are judged alike: its path, whichever items of lists
   * that leads through, the keys beside it and the type of what is there.
   */
  private static String like(JsonNode whole, JsonPointer at) {
    JsonPointer parent = Optional.ofNullable(at.head()).orElse(JsonPointer.empty());
    Set<String> beside = new TreeSet<>();
    whole.at(parent).fieldNames().forEachRemaining(beside::add);
    return at.toString().replaceAll("/\\d+(?=/|$)", "/*") + beside + whole.at(at).getNodeType();
  }

  @ParameterizedTest
  @MethodSource("places")
  @Execution(ExecutionMode.CONCURRENT)
  void isTakenOrExplained(Path file, JsonPointer place) throws IOException {
    JsonNode whole = YAML.readTree(Files.readString(file));
    for (JsonNode value : values()) {
      JsonNode configuration = with(whole.deepCopy(), place, value);
      Source source = Source.of(file, YAML.writeValueAsString(configuration));
      try {
        if (file.equals(CONFIGURATION)) {
          var generation = KFAWS.generate(source, CONFIGURATION.resolveSibling("expected"));
          assertThat(generation.files()).as(source.text()).isNotEmpty();
        }
        Installation read = KFAWS.read(source);
        assertThat(KFAWS.read(again(read)))
            .as("the tree of a configuration reads as the same configuration")
            .isEqualTo(read);
      } catch (KfawsException e) {
        assertThat(e.diagnostics())
            .as(source.text())
            .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("Exception"))
            .allSatisfy(finding -> assertThat(finding.location().source()).isNotEmpty())
            .extracting(finding -> finding.location() + finding.path() + finding.message())
            .doesNotHaveDuplicates();
      }
    }
  }

  private static Source again(Installation configuration) throws IOException {
    ObjectNode tree = (ObjectNode) InstallationReader.tree(configuration);
    if (tree.path("overlays").isEmpty()) {
      tree.remove("overlays");
    }
    return Source.of(CONFIGURATION, YAML.writeValueAsString(tree));
  }

  private static JsonNode with(JsonNode whole, JsonPointer place, JsonNode value) {
    JsonPointer head = place.head();
    if (head == null) {
      return value;
    }
    if (whole.at(head) instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), value);
    } else if (whole.at(head) instanceof ArrayNode list) {
      list.set(place.last().getMatchingIndex(), value);
    }
    return whole;
  }

  private static List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>();
    values.add(NullNode.getInstance());
    values.add(BooleanNode.TRUE);
    values.add(IntNode.valueOf(0));
    values.add(IntNode.valueOf(3306));
    values.add(LongNode.valueOf(Long.MAX_VALUE));
    values.add(DoubleNode.valueOf(1.5));
    values.add(JsonNodeFactory.instance.arrayNode());
    values.add(JsonNodeFactory.instance.arrayNode().add("rds-only").add("rds-only"));
    values.add(JsonNodeFactory.instance.objectNode());
    values.add(JsonNodeFactory.instance.objectNode().put("name", "x").put("unknown", 1));
    Stream.of(TEXTS).map(TextNode::valueOf).forEach(values::add);
    return values;
  }

  private static final String[] TEXTS = {
    "",
    " ",
    "a",
    "A",
    "é",
    "漢",
    "\uD83D\uDE00",
    "0",
    "-",
    ".",
    "..",
    "/",
    "//",
    "a b",
    "a\nb",
    "\t",
    "\u0000",
    "\u0085",
    "\u2028",
    "{{ rds.host | yaml }}",
    "{% if %}",
    "null",
    "no",
    "1e3",
    "x".repeat(600),
    "a/".repeat(300) + "a",
    "a/".repeat(5_000) + "a",
    "a.".repeat(5_000) + "a",
    "(".repeat(5_000),
    "{profile}".repeat(1_000),
    "a".repeat(63),
    "a".repeat(64),
    "26.03",
    "26.3",
    "v1.7.0",
    "v1.7",
    "1.7.0",
    "99.12",
    "us-west-2",
    "us-west-02",
    "us-gov-west-1",
    "us-iso-east-1",
    "cn-north-1",
    "eu-south-2",
    "us-west-2a",
    "012345678901",
    "000000000000",
    "rds-only",
    "s3-only",
    "db.example.com",
    "db.example.com.",
    "DB.example.com",
    "1.2.3.4",
    "a.b.c.d.e",
    "db..example.com",
    "-a.com",
    "https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF",
    "https://oidc.eks.us-west-2.amazonaws.com.cn/id/0123456789ABCDEF0123456789ABCDEF",
    "https://oidc.eks.cn-north-1.amazonaws.com.cn/id/0123456789ABCDEF0123456789ABCDEF",
    "arn:aws:iam::012345678901:role/a",
    "arn:aws-cn:iam::012345678901:role/a/b/c",
    "arn:aws:iam::012345678901:role/" + "p/".repeat(33) + "a",
    "arn:aws:iam::012345678901:role/" + "p".repeat(510) + "/a",
    "arn:aws:iam::012345678901:role/" + "p".repeat(64),
    "arn:aws:secretsmanager:us-west-2:012345678901:secret:a-AbCdEf",
    "arn:aws:secretsmanager:us-west-2:012345678901:secret:rds!a-AbCdEf",
    "arn:aws-us-gov:secretsmanager:us-gov-west-1:012345678901:secret:a-AbCdEf",
    "arn:aws:secretsmanager:us-west-2:012345678901:secret:a",
    "rds!db-1",
    "RDS!db",
    "kf-bucket",
    "kf.bucket",
    "xn--bucket",
    "192.168.0.1",
    "a..b",
    "a-.b",
    "bucket-s3alias",
    "kubeflow",
    "team-*",
    "arn:aws:iam::aws:policy/AdministratorAccess",
    "arn:aws-cn:iam::aws:policy/" + "p/".repeat(33) + "a",
    "arn:aws:iam::012345678901:policy/" + "p/".repeat(256) + "a",
    "s3:*",
    "arn:aws:s3:::*",
    "trust/../../x.json",
    "/kubeflow/",
    "32Gi",
    "1e3Mi",
    "git@github.com:kubeflow/manifests",
    "github.com/kubeflow/manifests//example?ref=v1",
    "C:\\manifests",
    "file:///tmp",
    "~/manifests",
    "AKIAIOSFODNN7EXAMPLE"
  };
}
