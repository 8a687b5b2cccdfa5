package io.kfaws.imports;

import io.kfaws.Diagnostic;
import io.kfaws.Imported;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Installation;
import io.kfaws.installation.InstallationReader;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a configuration of what others wrote: a checkout of the AWS distribution, or manifests. */
public final class Importer {
  /** What a configuration is for: one of them has to be there. */
  private static final List<String> CONTENTS =
      List.of("rds", "s3", "profiles", "roles", "secrets", "experiments");

  private static final Path CONFIGURATION = Path.of("kfaws.yaml");

  /**
   * The entries of which one that is refused stays behind: what else is imported needs none of
   * them.
   */
  private static final Map<String, String> ENTRIES =
      Map.of("secrets", "SecretProviderClass", "experiments", "Experiment");

  private static final Pattern ENTRY = Pattern.compile("(secrets|experiments)\\[([0-9]+)\\](.*)");

  private final Schemas schemas;
  private final InstallationReader reader;
  private final Generator generator;
  private final ConfigurationForm form;

  /** What a configuration is for, from its plan to the files. */
  public interface Generator {
    /**
     * Generates from a configuration, in memory.
     *
     * @throws KfawsException with all findings of the first stage that has any
     * @throws IOException if something cannot be read
     */
    void generate(Configuration configuration) throws IOException;
  }

  /** An importer that writes what this reader reads and this generator takes. */
  public Importer(Schemas schemas, InstallationReader reader, Generator generator) {
    this.schemas = schemas;
    this.reader = reader;
    this.generator = generator;
    this.form = new ConfigurationForm(schemas.tree(InstallationReader.SCHEMA));
  }

  /**
   * The configuration that asks for what is written in these files and folders.
   *
   * @param paths a checkout of the AWS distribution, which has a folder {@code awsconfigs}; other
   *     folders; files whose names end with .yaml, .yml, .json or .env
   * @param given what the files leave open; it takes the place of what they tell
   * @throws KfawsException with all that cannot be read, all that is still open, or all that would
   *     be wrong with the configuration, each with the place that it was read from
   * @throws IOException if something cannot be read
   */
  public Imported read(List<Path> paths, Map<MissingInput, String> given) throws IOException {
    Notes notes = new Notes();
    Map<MissingInput, String> said = tidied(given);
    Found found = Found.in(Inputs.read(paths, notes), notes);
    said.forEach((gap, value) -> found.evidence().look(value, gap.location()));
    List<FoundClass> classes = Classes.read(found, schemas, notes);
    Draft configuration = new Draft();
    List.of(
            new ClusterPart(found, said, notes),
            new StoragePart(found, classes, said, notes),
            new ProfilesPart(found, said, notes),
            new ParametersPart(found, notes),
            new SecretsPart(found, classes, said, notes),
            new ExperimentsPart(found, notes))
        .forEach(part -> part.write(configuration));
    somethingIsIn(configuration, paths, notes);
    said.keySet().stream()
        .filter(gap -> !configuration.isMadeOf(gap.location()))
        .forEach(notes::unused);
    notes.warnings(); // throws, if a value is missing
    return written(configuration, paths, notes);
  }

  /** As it is pasted: issuers often come with a slash at their end, or without https. */
  private static Map<MissingInput, String> tidied(Map<MissingInput, String> given) {
    Map<MissingInput, String> tidied = new EnumMap<>(MissingInput.class);
    given.forEach((gap, value) -> tidied.put(gap, value.strip()));
    tidied.computeIfPresent(
        MissingInput.OIDC_ISSUER,
        (gap, value) -> {
          String url = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
          return url.startsWith("oidc.eks.") ? "https://" + url : url;
        });
    return tidied;
  }

  private static void somethingIsIn(Draft configuration, List<Path> paths, Notes notes) {
    if (CONTENTS.stream().noneMatch(configuration::has)) {
      notes.nothing(
          Location.of(name(paths.get(0))),
          "nothing here can become a part of a configuration",
          "fill in the parameters of the checkout, or name other files");
    }
  }

  private Imported written(Draft draft, List<Path> paths, Notes notes) throws IOException {
    String text = header(paths) + YamlText.of(form.of(draft.tree()));
    Source source = Source.of(CONFIGURATION, text);
    // Findings are located where the values were read, not in a file that is not written yet.
    Document document = new Document(source, Yaml.read(source).root(), draft);
    KfawsException.throwIfErrors(
        Credentials.inFile(source, Place.CONFIGURATION, List.of(document)));
    Configuration read;
    try {
      read = reader.read(document);
      generator.generate(read);
    } catch (KfawsException e) {
      if (!leftBehind(draft, e.diagnostics(), notes)) {
        throw e;
      }
      somethingIsIn(draft, paths, notes);
      return written(draft, paths, notes);
    }
    Installation configuration = read.installation();
    if (!draft.has(MissingInput.RELEASE.path())) {
      notes.look(
          "release-assumed",
          Location.of(name(paths.get(0))),
          MissingInput.RELEASE.path(),
          "nothing that was read names the release; without it the configuration means "
              + configuration.kubeflow().release(),
          MissingInput.RELEASE.option() + " <tag> writes it into the configuration");
    }
    return new Imported(text, notes.warnings());
  }

  /** Whether entries are among what is refused: they are taken out. */
  private static boolean leftBehind(Draft draft, List<Diagnostic> findings, Notes notes) {
    Map<String, SortedSet<Integer>> refused = new TreeMap<>();
    for (Diagnostic finding : findings) {
      Matcher entry = ENTRY.matcher(finding.path());
      if (finding.isError() && entry.matches()) {
        String list = entry.group(1);
        int index = Integer.parseInt(entry.group(2));
        refused.computeIfAbsent(list, name -> new TreeSet<>()).add(index);
        String what = entry.group(3).replaceFirst("^\\.", "");
        notes.left(
            finding.location(),
            "",
            ENTRIES.get(list)
                + " "
                + draft.tree().path(list).path(index).path("name").asText()
                + " stays behind: "
                + (what.isEmpty() ? "" : what + ": ")
                + finding.message(),
            finding.hint());
      }
    }
    refused.forEach(draft::removeEntries);
    return !refused.isEmpty();
  }

  /** The last name of an absolute path: where somebody keeps a checkout is nobody's business. */
  private static String header(List<Path> paths) {
    return paths.stream()
        .map(
            path ->
                String.valueOf(path.isAbsolute() ? path.getFileName() : path)
                    + (Inputs.isCheckout(path)
                        ? " (a checkout of the AWS distribution of Kubeflow)"
                        : ""))
        .map(name -> name.replace('\\', '/').replaceAll("\\p{Cntrl}", "?"))
        .collect(Collectors.joining(", ", "# Imported from ", ".\n"));
  }

  private static String name(Path path) {
    return path.toString().replace('\\', '/');
  }
}
