package io.kfaws.catalog;

import io.kfaws.KfawsException;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Data;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All releases and overlays that kfaws knows, in their order, the folders that lie beside the
 * overlays, and the template folders of a release.
 */
public final class Catalog {
  /** The template of an overlay's own kustomization, at the root of a template folder. */
  public static final String KUSTOMIZATION = "kustomization.yaml.j2";

  private final List<String> releases;
  private final List<String> katib;
  private final List<Overlay> overlays;
  private final List<String> folders;
  private final List<String> experimentTemplates;
  private final Schemas schemas;
  private final Optional<UserSource> override;

  /** Descriptors are read when they are asked for: most runs need one. */
  private final Map<String, ReleaseDescriptor> descriptors = new ConcurrentHashMap<>();

  private final Map<String, LibrarySource> library = new ConcurrentHashMap<>();
  private final Map<List<String>, TemplatePath> templatePaths = new ConcurrentHashMap<>();

  Catalog(Contents contents, Schemas schemas, Optional<UserSource> override) {
    this.releases = contents.releases();
    this.katib = contents.katib();
    this.overlays =
        contents.overlays().stream()
            .map(name -> Data.read("overlays/" + name + "/overlay.yaml", Overlay.class))
            .toList();
    this.folders = contents.folders();
    this.experimentTemplates = contents.experimentTemplates();
    this.schemas = schemas;
    this.override = override;
  }

  /** What is packed into the library. */
  public static Catalog load(Schemas schemas) {
    return load(schemas, Optional.empty());
  }

  /**
   * What is packed into the library, under the user's own folder of templates.
   *
   * @throws KfawsException if there is no such folder, or a file in it overrides no file of kfaws
   * @throws IOException if it cannot be read
   */
  public static Catalog load(Schemas schemas, Path templates) throws IOException {
    UserSource source = UserSource.at(templates);
    Catalog catalog = load(schemas, Optional.of(source));
    Overrides.validate(source, catalog);
    return catalog;
  }

  private static Catalog load(Schemas schemas, Optional<UserSource> override) {
    return new Catalog(Data.read("overlays/catalog.yaml", Contents.class), schemas, override);
  }

  /** What {@code overlays/catalog.yaml} lists, by name. */
  record Contents(
      List<String> releases,
      List<String> katib,
      List<String> overlays,
      List<String> folders,
      List<String> experimentTemplates) {
    Contents {
      releases = List.copyOf(releases);
      katib = List.copyOf(katib);
      overlays = List.copyOf(overlays);
      folders = List.copyOf(folders);
      experimentTemplates = List.copyOf(experimentTemplates);
    }
  }

  /** The releases, the default one first. */
  public List<ReleaseDescriptor> releases() {
    return releases.stream().map(this::descriptor).toList();
  }

  private ReleaseDescriptor descriptor(String name) {
    return descriptors.computeIfAbsent(
        name, n -> Data.read("overlays/releases/" + n + ".yaml", ReleaseDescriptor.class));
  }

  /** The versions of Katib that there are facts of, the newest first. */
  public List<String> katib() {
    return katib;
  }

  /** The overlays, in the order in which they are listed. */
  public List<Overlay> overlays() {
    return overlays;
  }

  /**
   * The components that are laid once, beside the overlays, in the order in which they are listed:
   * their folders under a template folder.
   */
  public List<String> folders() {
    return folders;
  }

  /**
   * The names of the templates in the library of experiments: kfaws' own in the order in which they
   * are listed, then those that only the user's folder has.
   *
   * @throws IOException if the user's folder cannot be read
   */
  public List<String> experimentTemplates() throws IOException {
    List<String> names = new ArrayList<>(experimentTemplates);
    if (override.isPresent()) {
      override.get().paths().stream()
          .filter(LibraryTemplate::isOne)
          .map(LibraryTemplate::name)
          .filter(name -> !names.contains(name))
          .forEach(names::add);
    }
    return List.copyOf(names);
  }

  /**
   * The tags of all releases that a descriptor is there for, each descriptor's own before those it
   * serves.
   */
  public List<String> releaseNames() {
    return releases().stream().flatMap(release -> release.names().stream()).toList();
  }

  /** The descriptor of a release, by its tag: its own, or the one of its line that serves it. */
  public Optional<ReleaseDescriptor> release(String name) {
    if (releases.contains(name)) {
      return Optional.of(descriptor(name));
    }
    return releases().stream()
        .filter(release -> release.names().contains(name))
        .findFirst()
        .map(release -> release.named(name));
  }

  /** The overlay of this name. */
  public Optional<Overlay> overlay(String name) {
    return overlays.stream().filter(overlay -> overlay.overlay().equals(name)).findFirst();
  }

  /** Where files of components are looked up for this release. */
  public TemplatePath templates(ReleaseDescriptor release) {
    // The user's files may be others by the next run.
    return override.isPresent()
        ? templatePath(release.templates())
        : templatePaths.computeIfAbsent(release.templates(), this::templatePath);
  }

  private TemplatePath templatePath(List<String> folders) {
    List<TemplateSource> templates = new ArrayList<>();
    override.ifPresent(templates::add);
    folders.forEach(folder -> templates.add(library.computeIfAbsent(folder, LibrarySource::new)));
    return new TemplatePath(templates, schemas);
  }
}
