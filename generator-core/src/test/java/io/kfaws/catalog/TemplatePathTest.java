package io.kfaws.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.InstallationReader;
import io.kfaws.plan.Plan;
import io.kfaws.plan.Planner;
import io.kfaws.render.KustomizeLayout;
import io.kfaws.render.Templates;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Lays each {@code src/test/template-paths/<case>/kfaws.yaml} with the user's template folder
 * {@code templates} beside it and compares the files that the template folder adds or changes with
 * {@code expected/}. A {@code folders.txt} lists components that are laid beside the overlays.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code expected/} anew.
 */
class TemplatePathTest {
  private static final Path TEMPLATE_PATHS = Cases.HERE.resolve("template-paths");

  private final Schemas schemas = new Schemas();

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Cases.folders(TEMPLATE_PATHS).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> isLaid(folder)));
  }

  private void isLaid(Path folder) throws IOException {
    SortedMap<String, String> laid = lay(folder, plan(folder));
    SortedMap<String, String> plain =
        Kfaws.create().generate(configuration(folder), folder.resolve("expected")).files();
    laid.entrySet().removeIf(file -> file.getValue().equals(plain.get(file.getKey())));
    if (Cases.WRITE) {
      Cases.write(folder.resolve("expected"), laid);
    }
    assertThat(laid).isNotEmpty().isEqualTo(Cases.files(folder.resolve("expected")));
  }

  /** What a template folder adds to an overlay is validated as kfaws' own files are. */
  @Test
  void repeatedFilesAreJudged() throws IOException {
    Path folder = TEMPLATE_PATHS.resolve("repeated");
    assertThat(
            Kfaws.withTemplates(folder.resolve("templates"))
                .generate(configuration(folder), folder.resolve("expected"))
                .files())
        .containsAllEntriesOf(lay(folder, plan(folder)));
  }

  /** A folder's {@code needs} are the configuration's, whichever overlays it asks for. */
  @Test
  void foldersNeedWhatTheyNeed() throws IOException {
    Path folder = TEMPLATE_PATHS.resolve("beside");
    Catalog catalog = catalog(folder, List.of("pipeline/s3"));
    Configuration configuration = new InstallationReader(schemas).read(configuration(folder));
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> new Planner(catalog, schemas, new Templates()).plan(configuration))
        .withMessageContaining(
            "s3: is missing, and pipeline/s3 needs it [missing-key]\n  hint: add");
  }

  /** A file of a folder beside the overlays is one of kfaws' own, which a user's may stand for. */
  @Test
  void filesOfFoldersAreKnown() throws IOException {
    Path folder = TEMPLATE_PATHS.resolve("beside");
    UserSource source = UserSource.at(folder.resolve("templates"));
    Overrides.validate(source, catalog(folder, List.of("databases", "buckets")));
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> Overrides.validate(source, catalog(folder, List.of("buckets"))))
        .withMessageContaining("databases/README.md.j2: error: overrides no file of kfaws")
        .withMessageContaining("databases/notes.md: error: overrides no file of kfaws");
  }

  private Plan plan(Path folder) throws IOException {
    Path list = folder.resolve("folders.txt");
    List<String> folders = Files.exists(list) ? Files.readAllLines(list) : List.of();
    Configuration configuration = new InstallationReader(schemas).read(configuration(folder));
    return new Planner(catalog(folder, folders), schemas, new Templates()).plan(configuration);
  }

  private Catalog catalog(Path folder, List<String> folders) {
    Catalog known = Catalog.load(schemas);
    Catalog.Contents contents =
        new Catalog.Contents(
            known.releases().stream().map(ReleaseDescriptor::release).toList(),
            known.katib(),
            known.overlays().stream().map(Overlay::overlay).toList(),
            folders,
            List.of());
    return new Catalog(contents, schemas, Optional.of(UserSource.at(folder.resolve("templates"))));
  }

  private static SortedMap<String, String> lay(Path folder, Plan plan) throws IOException {
    return new TreeMap<>(
        new KustomizeLayout(new Templates()).lay(plan, folder.resolve("expected")).files());
  }

  private static Source configuration(Path folder) throws IOException {
    return Source.read(folder.resolve("kfaws.yaml"));
  }
}
