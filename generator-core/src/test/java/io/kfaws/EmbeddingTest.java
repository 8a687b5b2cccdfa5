package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library beside the Jackson and SnakeYAML that the program around it manages, from the lowest
 * that the guide promises to those that the library itself asks for. The build puts the lowest into
 * {@code target/embedding/lowest}, and writes down what a program gets that manages none.
 */
class EmbeddingTest {
  private static final Path TARGET = Cases.ROOT.resolve("generator-core/target");
  private static final Path LOWEST = TARGET.resolve("embedding/lowest");
  private static final Path OLDER = TARGET.resolve("embedding/older");
  private static final Path RUNTIME = TARGET.resolve("embedding/runtime.txt");

  /** A jar's name: the artifact, and its version. */
  private static final Pattern JAR = Pattern.compile("(.+)-([0-9][^-]*)\\.jar");

  /** What the library makes of the configurations beside the libraries of its own build. */
  private static List<String> here = List.of();

  @BeforeAll
  static void report() throws IOException {
    here = Embedded.report(configurations()).lines().toList();
  }

  @Test
  void worksWithWhatItAsksFor(@TempDir Path folder) throws Exception {
    assertThat(reportWith(runtime(), folder)).containsExactlyElementsOf(here);
  }

  @Test
  void worksWithTheLowest(@TempDir Path folder) throws Exception {
    List<Path> lowest = jars();
    Set<String> replaced = new TreeSet<>(lowest.stream().map(EmbeddingTest::artifact).toList());
    List<Path> classPath = new ArrayList<>(lowest);
    runtime().stream().filter(jar -> !replaced.contains(artifact(jar))).forEach(classPath::add);
    assertThat(classPath).as("each of the lowest stands for another").hasSameSizeAs(runtime());
    assertThat(reportWith(classPath, folder)).containsExactlyElementsOf(here);
  }

  /** An older one writes places that are wrong, so wrong findings would be all that one sees. */
  @Test
  void refusesAnOlderJackson(@TempDir Path folder) throws Exception {
    List<Path> classPath = new ArrayList<>(jars(OLDER));
    classPath.addAll(jars());
    classPath.addAll(runtime());
    assertThatThrownBy(() -> reportWith(classPath, folder))
        .hasMessageContaining("Jackson 2.16.2 is on the class path; kfaws needs 2.17.0 or newer");
  }

  /** What no configuration of a test may lead to: calls of what the lowest do not have. */
  @Test
  void callsOnlyWhatTheLowestHave() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars()) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader lowest =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      assertThat(missing(TARGET.resolve("classes"), lowest)).isEmpty();
      // And the check finds one that is newer.
      assertThat(missing(TARGET.resolve("test-classes/io/kfaws/Newer.class"), lowest))
          .containsExactly("com.fasterxml.jackson.databind.JsonNode.valueStream()");
    }
  }

  @Test
  void theGuideHasTheRange() throws IOException {
    String guide = Files.readString(Cases.ROOT.resolve("docs/library.md"));
    for (String artifact : List.of("jackson-databind", "snakeyaml")) {
      String range = version(jars(), artifact) + " to " + version(runtime(), artifact);
      assertThat(guide).contains(artifact.replace("jackson-databind", "jackson") + "` | " + range);
    }
  }

  /** In a process of its own, what the library makes of the configurations. */
  private static List<String> reportWith(List<Path> jars, Path folder) throws Exception {
    Path report = folder.resolve("report.txt");
    Path log = folder.resolve("log.txt");
    List<String> classPath =
        Stream.concat(
                Stream.of(TARGET.resolve("classes"), TARGET.resolve("test-classes")), jars.stream())
            .map(Path::toString)
            .toList();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                Embedded.class.getName(),
                report.toString()));
    configurations().forEach(configuration -> command.add(configuration.toString()));
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(exit).as(Files.readString(log)).isZero();
    return Files.readString(report).lines().toList();
  }

  /** Each golden, and each case of a message that needs no templates of its own. */
  private static List<Path> configurations() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : Cases.folders(Cases.HERE.resolve("goldens"))) {
      found.add(folder.resolve("kfaws.yaml"));
    }
    for (Path folder : Cases.ofRules("kfaws.yaml")) {
      found.add(folder.resolve("kfaws.yaml"));
    }
    assertThat(found).hasSizeGreaterThan(100);
    return found;
  }

  /** The members of other libraries that classes use and a class loader does not have. */
  private static Set<String> missing(Path classes, ClassLoader lowest) {
    Set<String> missing = new TreeSet<>();
    int seen = 0;
    for (JavaClass by : new ClassFileImporter().importPaths(classes)) {
      for (JavaAccess<?> access : by.getAccessesFromSelf()) {
        String owner = access.getTargetOwner().getName();
        if (owner.startsWith("com.fasterxml.jackson.") || owner.startsWith("org.yaml.snakeyaml.")) {
          seen++;
          if (!has(lowest, access)) {
            missing.add(access.getTarget().getFullName());
          }
        }
      }
    }
    assertThat(seen).isPositive();
    return missing;
  }

  private static boolean has(ClassLoader lowest, JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    try {
      Class<?> type = Class.forName(owner.getName(), false, lowest);
      if (access instanceof JavaFieldAccess) {
        return Stream.of(type.getFields())
            .anyMatch(field -> field.getName().equals(access.getName()));
      }
      if (access.getTarget() instanceof CodeUnitCallTarget call) {
        List<String> parameters =
            call.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        Stream<? extends Executable> members =
            access.getName().equals("<init>")
                ? Stream.of(type.getDeclaredConstructors())
                : methods(type).filter(method -> method.getName().equals(access.getName()));
        return members.anyMatch(
            member ->
                Arrays.stream(member.getParameterTypes())
                    .map(Class::getName)
                    .toList()
                    .equals(parameters));
      }
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Stream<Method> methods(Class<?> type) {
    return Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getDeclaredMethods()));
  }

  private static List<Path> jars() throws IOException {
    return jars(LOWEST);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.sorted().toList();
    }
  }

  private static List<Path> runtime() throws IOException {
    return Stream.of(Files.readString(RUNTIME).strip().split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  private static String artifact(Path jar) {
    return JAR.matcher(jar.getFileName().toString()).replaceFirst("$1");
  }

  private static String version(List<Path> jars, String artifact) {
    return jars.stream()
        .filter(jar -> artifact(jar).equals(artifact))
        .map(jar -> JAR.matcher(jar.getFileName().toString()).replaceFirst("$2"))
        .findFirst()
        .orElseThrow();
  }
}
