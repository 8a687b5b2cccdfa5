package io.kfaws;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.json.PackageVersion;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.files.AtomicFile;
import io.kfaws.files.FileTree;
import io.kfaws.iam.Expectations;
import io.kfaws.iam.Graph;
import io.kfaws.iam.GraphRules;
import io.kfaws.imports.Importer;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Installation;
import io.kfaws.installation.InstallationReader;
import io.kfaws.katib.KatibFacts;
import io.kfaws.kube.Bundle;
import io.kfaws.plan.Plan;
import io.kfaws.plan.Planner;
import io.kfaws.prove.Task;
import io.kfaws.render.KustomizeLayout;
import io.kfaws.render.Layout;
import io.kfaws.render.Templates;
import io.kfaws.schema.Schemas;
import io.kfaws.text.RuleRegistry;
import io.kfaws.validate.BundleValidator;
import io.kfaws.validate.ManifestValidator;
import io.kfaws.validate.TreeValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The API: one configuration in, the overlays out.
 *
 * <p>Immutable and thread-safe. It prints nothing and ends nothing: findings are values in a {@link
 * KfawsException}, and whatever parses is parsed once, so keep an instance as long as you need it.
 *
 * <pre>{@code
 * Generation generation = Kfaws.create().generate(Source.read(configuration), output);
 * generation.changes();                    // what is not up to date
 * generation.apply(Overwrite.REFUSE);      // make it so
 * }</pre>
 */
public final class Kfaws {
  /** Found in the text, for a file that is no strict YAML is a configuration, too. */
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "^(\\{\\s*)?[\"']?apiVersion[\"']?\\s*:\\s*[\"']?kfaws\\.io/", Pattern.MULTILINE);

  private final Schemas schemas;
  private final Catalog catalog;
  private final InstallationReader reader;
  private final Planner planner;
  private final Layout layout;
  private final BundleValidator check;

  private Kfaws(Schemas schemas, Catalog catalog) {
    refuseBrokenPointers();
    this.schemas = schemas;
    this.catalog = catalog;
    reader = new InstallationReader(schemas);
    Templates templates = new Templates();
    planner = new Planner(catalog, schemas, templates);
    layout = new KustomizeLayout(templates);
    check = new BundleValidator(schemas);
  }

  /**
   * Before Jackson 2.17 a pointer to a key with a slash leads elsewhere. A program that manages
   * such a version must not go on: nothing would fail, and findings would be wrong.
   */
  private static void refuseBrokenPointers() {
    if (!JsonPointer.empty().appendProperty("/").toString().equals("/~1")) {
      throw new IllegalStateException(
          "Jackson "
              + PackageVersion.VERSION
              + " is on the class path; kfaws needs 2.17.0 or newer");
    }
  }

  /** kfaws with what is packed into it. */
  public static Kfaws create() {
    Schemas schemas = new Schemas();
    return new Kfaws(schemas, Catalog.load(schemas));
  }

  /**
   * kfaws with a folder of the user's own templates before its own.
   *
   * @throws KfawsException if there is no such folder, or a file in it overrides no file of kfaws
   * @throws IOException if it cannot be read
   */
  public static Kfaws withTemplates(Path folder) throws IOException {
    Schemas schemas = new Schemas();
    return new Kfaws(schemas, Catalog.load(schemas, folder));
  }

  /**
   * Reads a configuration, with every default filled in.
   *
   * @throws KfawsException with all findings of the first stage that has any
   */
  public Installation read(Source configuration) {
    return reader.read(configuration).installation();
  }

  /**
   * Turns a configuration into files, in memory. A dry run and a real one are this same
   * computation.
   *
   * @param configuration the configuration; a local {@code kubeflow.base} is relative to its path
   * @param output the folder that the files are meant for, which need not exist
   * @throws KfawsException with all findings of the first stage that has any; nothing is written
   * @throws IOException if the user's own templates or the base cannot be read
   */
  public Generation generate(Source configuration, Path output) throws IOException {
    return lay(planner.plan(reader.read(configuration)), output);
  }

  /**
   * What changing {@code kubeflow.release} in a configuration does to the files, in memory: the
   * configuration as it is, and the configuration with another release.
   *
   * @param configuration the configuration; it need not name a release
   * @param output the folder that the files are meant for; what lies there plays no part
   * @param release the tag of the other release, for example {@code v1.10.2}
   * @throws KfawsException with all findings of the first stage that has any, among them a release
   *     that kfaws does not know or that cannot do what the configuration asks for
   * @throws IOException if the user's own templates or the base cannot be read
   */
  public Upgrade upgrade(Source configuration, Path output, String release) throws IOException {
    Configuration asked = reader.read(configuration);
    Generation before = lay(planner.plan(asked), output);
    return new Upgrade(before, lay(planner.upgrade(asked, release), output));
  }

  /**
   * Who may access what in AWS, once what a configuration becomes is applied: pods, service
   * accounts, roles, policies, resources. The configuration and the files are validated as {@link
   * #generate} validates them; {@link Generation#graph} is the same.
   *
   * @param configuration the configuration
   * @param output the folder that the files are meant for, which need not exist
   * @throws KfawsException with all findings of the first stage that has any
   * @throws IOException if the user's own templates or the base cannot be read
   */
  public Graph graph(Source configuration, Path output) throws IOException {
    return generate(configuration, output).graph();
  }

  private Generation lay(Plan plan, Path output) throws IOException {
    FileTree tree = layout.lay(plan, output);
    Bundle bundle = Bundle.of(tree.files());
    Expectations expectations = plan.expectations();
    List<Diagnostic> findings =
        new ArrayList<>(
            check.check(
                bundle,
                plan.release().provides(),
                KatibFacts.of(plan.release().katib()),
                plan.namespaceLabels(),
                expectations.external()));
    Graph graph = Graph.of(bundle, expectations);
    findings.addAll(GraphRules.check(graph, expectations));
    List<Diagnostic> warnings = new ArrayList<>(plan.warnings());
    warnings.addAll(KfawsException.throwIfErrors(findings));
    List<String> names =
        plan.overlays().stream().map(chosen -> chosen.overlay().overlay()).toList();
    return new Generation(
        plan.configuration().document().source(),
        output,
        names,
        tree,
        bundle,
        graph,
        warnings,
        generation -> task(plan, generation),
        () -> {});
  }

  private Task task(Plan plan, Generation generation) throws IOException {
    Map<String, JsonNode> configurations = new TreeMap<>();
    for (Plan.Chosen chosen : plan.overlays()) {
      configurations.put(chosen.overlay().overlay(), planner.fulfilledBy(chosen, plan).tree());
    }
    Optional<String> local = plan.baseFolder().map(folder -> folder.toAbsolutePath().toString());
    String base = local.isPresent() ? local.get() : plan.base(generation.output());
    return new Task(
        configurations,
        base,
        generation.tree(),
        generation.bundle(),
        generation.output(),
        generation.warnings(),
        generation.waiting());
  }

  /**
   * Builds the overlays of a configuration, as they are in a folder, with the real kustomize, and
   * validates what comes out; {@link Generation#prove} is the same. Nothing is written.
   *
   * @param configuration the configuration
   * @param output the folder of the overlays, which must be up to date
   * @param options how they are built
   * @throws KfawsException if the configuration cannot be fulfilled, the folder is not up to date,
   *     no engine is found or the base does not build. What is wrong with the overlays is in the
   *     proof
   * @throws IOException if something cannot be read, or the engine cannot be run
   */
  public Proof prove(Source configuration, Path output, ProveOptions options) throws IOException {
    return generate(configuration, output).prove(options);
  }

  /**
   * Validates manifests without a configuration: each document of a YAML or JSON file, and each
   * item of a list, by its kind. An object is validated as its consumer would: an Experiment as
   * Katib, a SecretProviderClass as the AWS provider, others as the API server. What the consumer
   * refuses is an error, and what it accepts and passes over a warning. A mapping with {@code
   * Statement} is validated as an IAM policy. A document of any other kind is an error, and so is a
   * file without a document: nothing is passed over.
   *
   * @param manifest the file; it is read strictly, but for aliases, which are followed
   * @return all warnings and errors, sorted by place; a file that is no strict YAML has those
   *     findings alone
   */
  public List<Diagnostic> validate(Source manifest) {
    return validate(manifest, ManifestOptions.NONE);
  }

  /**
   * Validates manifests without a configuration, as {@link #validate(Source)} does, for an
   * installation.
   *
   * @throws KfawsException if kfaws does not know the release
   */
  public List<Diagnostic> validate(Source manifest, ManifestOptions options) {
    return manifests(options).validate(manifest);
  }

  private ManifestValidator manifests(ManifestOptions options) {
    KatibFacts katib =
        options
            .release()
            .map(release -> KatibFacts.of(planner.release(release, "release").katib()))
            .orElseGet(KatibFacts::newest);
    return new ManifestValidator(schemas, katib, options.algorithms());
  }

  /**
   * Validates a tree of kustomizations without a configuration: all local files that a folder's
   * {@code kustomization.yaml} lists, and those below. Nothing is built. Experiments of Katib,
   * Profiles, SecretProviderClasses, ExternalSecrets and stores are validated; any other kind is a
   * warning, once.
   *
   * @param folder a folder with a {@code kustomization.yaml}
   * @throws IOException if a file that is there cannot be read
   */
  public ValidatedTree validateTree(Path folder) throws IOException {
    return validateTree(folder, ManifestOptions.NONE);
  }

  /**
   * Validates a tree of kustomizations, as {@link #validateTree(Path)} does, for an installation.
   *
   * @throws KfawsException if kfaws does not know the release
   * @throws IOException if a file that is there cannot be read
   */
  public ValidatedTree validateTree(Path folder, ManifestOptions options) throws IOException {
    return TreeValidator.validate(manifests(options), folder);
  }

  /**
   * Whether a file is a configuration of kfaws rather than manifests, by the group of its {@code
   * apiVersion}.
   */
  public static boolean isConfiguration(Source file) {
    return CONFIGURATION.matcher(file.text()).find();
  }

  /**
   * What a file of manifests holds: the kind of each of its documents, in order, for example {@code
   * Profile} or {@code IAM policy}.
   *
   * @param manifest a file in which {@link #validate} found no error
   * @throws KfawsException if it is not strict YAML, or empty
   */
  public List<String> kinds(Source manifest) {
    return ManifestValidator.kinds(manifest);
  }

  /**
   * The configuration that asks for what others wrote: a checkout of the AWS distribution of
   * Kubeflow, or manifests (SecretProviderClass, Profile and what belongs to it, ServiceAccount,
   * Experiment). Nothing is written.
   *
   * @param paths a checkout, which has a folder {@code awsconfigs}; other folders; files
   * @param given what the files leave open, and what is to take the place of what they tell
   * @throws KfawsException with all that cannot be read, all that is still open, or all that would
   *     be wrong with the configuration, each with the place that it was read from
   * @throws IOException if something cannot be read
   */
  public Imported importFrom(List<Path> paths, Map<MissingInput, String> given) throws IOException {
    return new Importer(
            schemas, reader, configuration -> lay(planner.plan(configuration), Path.of("overlays")))
        .read(paths, given);
  }

  /**
   * Writes a text that was made for the user and is the user's from then on, such as an {@link
   * #importFrom imported} configuration: as UTF-8, whole or not at all.
   *
   * @param overwrite what becomes of a file that is there already; a link or a folder is refused
   *     all the same
   * @throws KfawsException if something is there that stays
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(Path file, String text, Overwrite overwrite) throws IOException {
    AtomicFile.write(file, text, overwrite);
  }

  /** The releases that kfaws knows, the default one first. */
  public List<Release> releases() {
    return catalog.releases().stream().map(ReleaseDescriptor::published).toList();
  }

  /**
   * The rules of kfaws, sorted by id: whatever a {@link Diagnostic} finds, its {@link
   * Diagnostic#rule} is the id of one of them.
   */
  public List<Rule> rules() {
    return RuleRegistry.rules();
  }

  /** The names of the overlays that kfaws knows, each a folder of the output. */
  public List<String> overlays() {
    return catalog.overlays().stream().map(Overlay::overlay).toList();
  }

  /** The JSON Schema of the configuration (draft 2020-12), for editors and other tools. */
  public String schema() {
    return schemas.read(InstallationReader.SCHEMA);
  }
}
