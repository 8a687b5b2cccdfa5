package io.kfaws.hook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kfaws.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

/**
 * Runs the profile controller's hook for real and compares whole answers.
 *
 * <p>{@code src/test/hook/<environment>/environment.properties} is all that the program is given.
 * Beside it lies either {@code expected-error.txt}, for an environment that must be refused, or a
 * folder for each case: {@code request.json} (posted to /sync) or {@code request.http} (sent as it
 * is), {@code expected.json}, and {@code expected-status.txt} where the status is not 200. With
 * {@code -Dkfaws.goldens=write} the answers are written to {@code expected.json}.
 */
class HookTest {
  private static final Path ROOT = root();
  private static final Path ENVIRONMENTS = ROOT.resolve("generator-core/src/test/hook");
  private static final Path PROGRAM = ROOT.resolve("templates/common/pipeline/s3/sync.py");
  private static final boolean WRITE = "write".equals(System.getProperty("kfaws.goldens"));

  private static String python = "";

  @BeforeAll
  static void findPython() throws IOException {
    python = Python.interpreter();
  }

  @TestFactory
  Stream<DynamicTest> environments() throws IOException {
    return folders(ENVIRONMENTS).stream()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      if (Files.exists(folder.resolve("expected-error.txt"))) {
                        isRefused(folder);
                      } else {
                        answers(folder);
                      }
                    }));
  }

  @Test
  void readsAsPython37() throws Exception {
    // Python 3.7 itself does not know the option, and does not need it.
    String parse =
        """
        import ast, sys
        option = {"feature_version": (3, 7)} if sys.version_info >= (3, 8) else {}
        ast.parse(open(sys.argv[1]).read(), **option)
        """;
    Process process = Hook.run(Map.of(), python, "-c", parse, PROGRAM.toString());
    assertThat(output(process)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private static void isRefused(Path folder) throws Exception {
    Map<String, String> environment = environment(folder);
    Process process = Hook.run(environment, python, PROGRAM.toString());
    assertThat(output(process)).isEqualTo(Files.readString(folder.resolve("expected-error.txt")));
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private static void answers(Path folder) throws Exception {
    Map<String, String> environment = environment(folder);
    try (Hook hook = Hook.start(environment, python, PROGRAM.toString())) {
      List<Executable> checks = new ArrayList<>();
      for (Path example : folders(folder)) {
        checks.add(() -> answers(hook, example));
      }
      assertThat(checks).isNotEmpty();
      assertAll(checks);
      String said = hook.stop();
      if ("staticKeys".equals(environment.get("S3_ACCESS"))) {
        for (String key : List.of("MINIO_ACCESS_KEY", "MINIO_SECRET_KEY")) {
          String secret = Objects.requireNonNull(environment.get(key));
          String encoded = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
          assertThat(said).doesNotContain(secret, encoded);
        }
      }
    }
  }

  private static void answers(Hook hook, Path example) throws Exception {
    Path raw = example.resolve("request.http");
    Hook.Answer answer =
        Files.exists(raw)
            ? hook.send(Files.readAllBytes(raw))
            : hook.post(Files.readAllBytes(example.resolve("request.json")));
    Path status = example.resolve("expected-status.txt");
    int expected = Files.exists(status) ? Integer.parseInt(Files.readString(status).strip()) : 200;
    assertThat(answer.status()).as("%s: %s", example, answer.body()).isEqualTo(expected);
    Path golden = example.resolve("expected.json");
    if (WRITE) {
      Files.writeString(golden, pretty(answer.body()));
    }
    JSONAssert.assertEquals(
        example.toString(), Files.readString(golden), answer.body(), JSONCompareMode.STRICT);
  }

  private static Map<String, String> environment(Path folder) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("environment.properties"))) {
      properties.load(reader);
    }
    Map<String, String> environment = new TreeMap<>(Map.of("CONTROLLER_PORT", "0"));
    properties.stringPropertyNames().forEach(n -> environment.put(n, properties.getProperty(n)));
    return environment;
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), ISO_8859_1);
  }

  private static String pretty(String json) throws IOException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indent);
    printer.indentObjectsWith(indent);
    ObjectMapper mapper = new ObjectMapper();
    return mapper.writer(printer).writeValueAsString(mapper.readTree(json)) + "\n";
  }

  private static Path root() {
    Path folder = Path.of(System.getProperty("user.dir", "")).toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("templates"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("No folder above user.dir holds templates/");
      }
      folder = parent;
    }
    return folder;
  }
}
