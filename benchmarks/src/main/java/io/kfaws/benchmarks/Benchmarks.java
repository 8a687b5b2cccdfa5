package io.kfaws.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures everything and prints one page of Markdown. The commands of a table take turns, so that
 * what else the machine does falls on all of them; each cell is the median.
 */
public final class Benchmarks {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final Path work = Path.of("target/benchmarks").toAbsolutePath();
  private final Path kfaws;
  private final int rounds;
  private final PrintStream page;

  private Benchmarks(String version, int rounds, PrintStream page) {
    this.kfaws = work.resolve("kfaws-" + version + "/bin/kfaws");
    this.rounds = rounds;
    this.page = page;
  }

  /** Arguments: sizes, rounds, JMH's options, version of kfaws. The folder is the repository's. */
  public static void main(String... args) throws Exception {
    List<Integer> sizes = Stream.of(args[0].split(",", -1)).map(Integer::valueOf).toList();
    Path work = Path.of("target/benchmarks");
    deleteTree(work);
    Path file = Files.createDirectories(work).resolve("performance.md");
    try (PrintStream page =
        new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8)) {
      new Benchmarks(args[3], Integer.parseInt(args[1]), page).measure(sizes, args[2]);
    }
    System.out.println(Files.readString(file));
  }

  /** One command of a table. */
  private record Row(String name, int exit, List<String> command) {}

  private void measure(List<Integer> sizes, String jmh) throws Exception {
    unpack();
    page.printf(
        Locale.ROOT,
        "Measured on %s: %s, %d processors, Java %s. Median CPU seconds of %d runs; the ratio is to the first"
            + " row of each table.%n",
        LocalDate.now(ZoneOffset.UTC),
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        rounds);
    cold();
    for (int size : sizes) {
      scale(size);
    }
    prove();
    warm(jmh);
  }

  private void unpack() throws IOException, InterruptedException {
    String archive = "cli/target/" + kfaws.getName(kfaws.getNameCount() - 3) + ".tar.gz";
    Measured.run(Path.of("."), 0, List.of("tar", "-xzf", archive, "-C", work.toString()));
    Path chart = work.resolve("chart");
    Files.createDirectories(chart.resolve("templates"));
    for (String name : List.of("Chart.yaml", "templates/profiles.yaml")) {
      try (InputStream in = Benchmarks.class.getResourceAsStream("/chart/" + name)) {
        Files.write(chart.resolve(name), Objects.requireNonNull(in).readAllBytes());
      }
    }
    Files.writeString(chart.resolve("values.yaml"), "profiles: 1\n");
    // The launcher makes its archive beside the first run; the last one's is measured, not this.
    launch("version");
    while (!hasArchive(work.resolve("cache/kfaws"))) {
      Thread.sleep(500);
    }
  }

  private static boolean hasArchive(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      return false;
    }
    try (Stream<Path> made = Files.list(cache)) {
      return made.anyMatch(path -> path.toString().endsWith(".jsa"));
    }
  }

  private void cold() throws IOException, InterruptedException {
    Path sample = Path.of("overlays/rds-s3/kfaws.yaml").toAbsolutePath();
    List<Row> rows = new ArrayList<>();
    for (String command : List.of("generate", "validate", "version")) {
      List<String> arguments = new ArrayList<>(List.of(command));
      if (!command.equals("version")) {
        arguments.addAll(List.of("-f", sample.toString()));
      }
      if (command.equals("generate")) {
        arguments.addAll(List.of("-o", "out"));
      }
      rows.add(new Row("`java -jar kfaws.jar " + command + "`", 0, jar(arguments)));
      rows.add(new Row("`kfaws " + command + "`", 0, launched(arguments)));
    }
    table("One cold run of the sample", rows);
  }

  private void scale(int size) throws IOException, InterruptedException {
    Path profiles = configuration("profiles-" + size, Configurations.profiles(size));
    List<String> generate = List.of("generate", "-f", profiles.toString(), "-o", "out");
    Path made = work.resolve("made-" + size);
    launch("generate", "-f", profiles.toString(), "-o", made.toString());
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "`helm template`, rendering alone",
            0,
            List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HelmTemplate.class.getName(),
                work.resolve("chart").toString(),
                String.valueOf(size),
                "helm.yaml")));
    rows.add(new Row("`kfaws generate`: render, validate, write", 0, launched(generate)));
    rows.add(new Row("the same with `java -jar`", 0, jar(generate)));
    rows.add(
        new Row(
            "`kfaws check`, up to date",
            0,
            launched(List.of("check", "-f", profiles.toString(), "-o", made.toString()))));
    if (engine().isPresent()) {
      List<String> build = with(engine().get(), group(made));
      rows.add(new Row("`" + build.get(0) + "` builds one group of profiles", 0, build));
    }
    rows.add(
        new Row(
            "`kfaws import` of the profiles",
            0,
            launched(
                List.of(
                    "import",
                    made.resolve("profiles").toString(),
                    "-o",
                    "imported.yaml",
                    "--cluster-name",
                    "demo",
                    "--region",
                    "us-west-2",
                    "--oidc-issuer",
                    Configurations.ISSUER))));
    rows.add(
        new Row(
            "`kfaws generate`, experiments",
            0,
            launched(generate("experiments-" + size, Configurations.experiments(size)))));
    rows.add(
        new Row(
            "`kfaws generate`, secrets",
            0,
            launched(generate("secrets-" + size, Configurations.secrets(size)))));
    rows.add(
        new Row(
            "`kfaws generate`, findings",
            1,
            launched(generate("findings-" + size, Configurations.findings(size)))));
    table(size + " profiles; experiments, secrets and findings as many", rows);
  }

  /** The engine answers from what it built before, so that what is measured is kfaws. */
  private void prove() throws IOException, InterruptedException {
    Optional<List<String>> kustomize = engine();
    if (kustomize.isEmpty()) {
      return;
    }
    Path base = Path.of("generator-core/src/test/prove/base").toAbsolutePath();
    Path sample =
        configuration(
            "prove",
            Configurations.profiles(1)
                + "kubeflow: {base: "
                + work.relativize(base).toString().replace('\\', '/')
                + "}\n");
    Path engine = work.resolve("engine");
    Files.writeString(
        engine,
        """
        #!/bin/sh
        [ "$1" = build ] || { echo v5.5.0; exit; }
        built=%s/built-$(echo "$2" | cksum | tr ' ' -)
        [ -s "$built" ] || %s "$2" >"$built" || exit
        cat "$built"
        """
            .formatted(work, String.join(" ", kustomize.get())));
    Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path made = work.resolve("made-prove");
    launch("generate", "-f", sample.toString(), "-o", made.toString());
    List<String> arguments =
        List.of(
            "prove", "-f", sample.toString(), "-o", made.toString(), "--engine", engine.toString());
    Measured.run(work, 0, launched(arguments));
    table(
        "Proof of one profile, without the builds",
        List.of(new Row("`kfaws prove`", 0, launched(arguments))));
  }

  private void warm(String options) throws Exception {
    page.printf("%n## Generations of the sample in one JVM%n%n| | ms |%n|---|---:|%n");
    List<String> words = new ArrayList<>(List.of(options.split(" ", -1)));
    words.add(WarmGeneration.class.getSimpleName());
    CommandLineOptions given = new CommandLineOptions(words.toArray(String[]::new));
    for (RunResult result : new Runner(new OptionsBuilder().parent(given).build()).run()) {
      page.printf(
          Locale.ROOT, "| `Kfaws.generate` | %.1f |%n", result.getPrimaryResult().getScore());
    }
  }

  private void table(String title, List<Row> rows) throws IOException, InterruptedException {
    List<List<Measured>> runs = new ArrayList<>();
    rows.forEach(row -> runs.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < rows.size(); i++) {
        Path folder = Files.createDirectories(work.resolve("run"));
        runs.get(i).add(Measured.run(folder, rows.get(i).exit(), rows.get(i).command()));
        deleteTree(folder);
      }
    }
    page.printf("%n## %s%n%n| | CPU s | wall s | ratio |%n|---|---:|---:|---:|%n", title);
    double first = median(runs.get(0), Measured::cpu);
    for (int i = 0; i < rows.size(); i++) {
      double cpu = median(runs.get(i), Measured::cpu);
      double wall = median(runs.get(i), Measured::wall);
      page.printf(
          Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", rows.get(i).name(), cpu, wall, cpu / first);
    }
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> of) {
    double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private List<String> generate(String name, String text) throws IOException {
    return List.of("generate", "-f", configuration(name, text).toString(), "-o", "out");
  }

  private Path configuration(String name, String text) throws IOException {
    return Files.writeString(work.resolve(name + ".yaml"), text);
  }

  private void launch(String... arguments) throws IOException, InterruptedException {
    Measured.run(work, 0, launched(List.of(arguments)));
  }

  private List<String> launched(List<String> arguments) {
    return with(
        List.of("env", "XDG_CACHE_HOME=" + work.resolve("cache"), kfaws.toString()), arguments);
  }

  private List<String> jar(List<String> arguments) {
    Path jar = kfaws.resolveSibling("../lib/kfaws.jar").normalize();
    return with(List.of(JAVA, "-jar", jar.toString()), arguments);
  }

  private static List<String> with(List<String> words, List<String> more) {
    return Stream.concat(words.stream(), more.stream()).toList();
  }

  /** The first folder with profiles, as a user applies it. */
  private static List<String> group(Path made) throws IOException {
    try (Stream<Path> groups = Files.list(made.resolve("profiles"))) {
      return List.of(
          groups.filter(Files::isDirectory).sorted().findFirst().orElseThrow().toString());
    }
  }

  private static Optional<List<String>> engine() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (List<String> engine :
        List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))) {
      if (Stream.of(path.split(File.pathSeparator, -1))
          .anyMatch(folder -> Files.isExecutable(Path.of(folder, engine.get(0))))) {
        return Optional.of(engine);
      }
    }
    return Optional.empty();
  }

  private static String cpu() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst("[^:]*: *", ""))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
