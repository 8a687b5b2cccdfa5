package io.kfaws;

import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.Release;
import io.kfaws.check.Schemas;
import io.kfaws.check.TreeCheck;
import io.kfaws.config.Installation;
import io.kfaws.config.InstallationReader;
import io.kfaws.files.FileTree;
import io.kfaws.plan.Plan;
import io.kfaws.plan.Planner;
import io.kfaws.render.KustomizeLayout;
import io.kfaws.render.Layout;
import io.kfaws.render.Templates;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The front door: one wish in, the overlays out.
 *
 * <p>Immutable and thread-safe. It prints nothing and ends nothing: findings are values in a {@link
 * KfawsException}, and whatever parses is parsed once, so keep an instance as long as you need it.
 *
 * <pre>{@code
 * Generation generation = Kfaws.create().generate(Source.read(wish), output);
 * generation.changes();                    // what is not up to date
 * generation.apply(Overwrite.REFUSE);      // make it so
 * }</pre>
 */
public final class Kfaws {
  private final Schemas schemas;
  private final Catalog catalog;
  private final InstallationReader reader;
  private final Planner planner;
  private final Layout layout;
  private final TreeCheck check;

  private Kfaws(Schemas schemas, Catalog catalog) {
    this.schemas = schemas;
    this.catalog = catalog;
    reader = new InstallationReader(schemas);
    planner = new Planner(catalog);
    layout = new KustomizeLayout(new Templates());
    check = new TreeCheck(schemas);
  }

  /** kfaws with what is packed into it. */
  public static Kfaws create() {
    Schemas schemas = new Schemas();
    return new Kfaws(schemas, Catalog.load(schemas));
  }

  /**
   * kfaws with a folder of the user's own templates before its own.
   *
   * @throws KfawsException if there is no such folder, or a file in it stands for none of kfaws'
   * @throws IOException if it cannot be read
   */
  public static Kfaws withTemplates(Path folder) throws IOException {
    Schemas schemas = new Schemas();
    return new Kfaws(schemas, Catalog.load(schemas, folder));
  }

  /**
   * Reads a wish, with every default filled in.
   *
   * @throws KfawsException with all findings of the first stage that has any
   */
  public Installation read(Source wish) {
    return reader.read(wish).installation();
  }

  /**
   * Turns a wish into files, in memory. A dry run and a real one are this same computation.
   *
   * @param wish the wish; a local {@code kubeflow.base} is relative to its path
   * @param output the folder that the files are meant for, which need not exist
   * @throws KfawsException with all findings of the first stage that has any; nothing is written
   * @throws IOException if the user's own templates or the base cannot be read
   */
  public Generation generate(Source wish, Path output) throws IOException {
    Plan plan = planner.plan(reader.read(wish));
    FileTree tree = layout.lay(plan, output);
    check.check(tree, plan.release().provides());
    return new Generation(tree, output, plan.warnings());
  }

  /** The releases that kfaws knows, the default one first. */
  public List<Release> releases() {
    return catalog.releases();
  }

  /** The overlays that kfaws knows. */
  public List<Overlay> overlays() {
    return catalog.overlays();
  }

  /** The JSON Schema of the wish (draft 2020-12), for editors and other tools. */
  public String schema() {
    return schemas.read(InstallationReader.SCHEMA);
  }
}
