package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.catalog.Component;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.catalog.TemplatePath;
import io.kfaws.files.RealPaths;
import io.kfaws.iam.Expectations;
import io.kfaws.installation.Base;
import io.kfaws.installation.Configuration;
import io.kfaws.kube.NamespaceLabels;
import io.kfaws.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The decision: which overlays, made of which components in which order, which folders beside them,
 * with which values.
 *
 * @param configuration what was asked for
 * @param release the descriptor of the configuration's release
 * @param baseFolder the local folder of the overlays; absent for a URL
 * @param sortOptions the base's, which the overlays have to repeat; absent if it has none
 * @param templates where the release's files are looked up
 * @param bindings the values that all overlays share
 * @param overlays the overlays in the order of the configuration
 * @param folders the components that are laid once, beside the overlays
 * @param expectations what the identities in the files are held against
 * @param warnings what is worth a look
 */
public record Plan(
    Configuration configuration,
    ReleaseDescriptor release,
    Optional<Path> baseFolder,
    Optional<JsonNode> sortOptions,
    TemplatePath templates,
    Bindings bindings,
    List<Chosen> overlays,
    List<Component> folders,
    Expectations expectations,
    List<Diagnostic> warnings) {

  private static final JsonPointer BASE = Document.pointer("kubeflow.base");
  private static final Pattern ABOVE = Pattern.compile("\\.|\\.\\.(/\\.\\.)*");

  /** Copies the lists. */
  public Plan {
    overlays = List.copyOf(overlays);
    folders = List.copyOf(folders);
    warnings = List.copyOf(warnings);
  }

  /**
   * What an overlay's kustomization names as its resource.
   *
   * @param folder the overlay's folder, which need not exist; kustomize refuses absolute roots, so
   *     a local base is named from there
   * @throws KfawsException if the base holds the overlay, which kustomize refuses as a cycle
   * @throws IOException if a link on the way cannot be resolved
   */
  public String base(Path folder) throws IOException {
    Optional<Base> named = configuration.installation().kubeflow().base();
    if (baseFolder.isEmpty()) {
      return named.map(Base::text).orElseGet(() -> release.upstream().url());
    }
    String way = RealPaths.relative(folder, baseFolder.get());
    if (ABOVE.matcher(way).matches()) {
      throw new KfawsException(
          Diagnostic.error(
              "base-holds-overlay",
              configuration.document().at(BASE),
              Document.path(BASE),
              "the base holds the folder that the overlay goes to, which kustomize refuses as a cycle",
              "generate outside the base"));
    }
    return way;
  }

  /** What is said of the labels of profiles' namespaces; those asked for are told already. */
  public NamespaceLabels namespaceLabels() {
    SortedMap<String, SortedMap<String, String>> asked = new TreeMap<>();
    configuration
        .installation()
        .profiles()
        .forEach(profile -> asked.put(profile.name().text(), profile.namespace().labels()));
    return new NamespaceLabels(release.profilePodSecurity(), asked);
  }

  /**
   * An overlay and those of its components that the configuration calls for.
   *
   * @param overlay the overlay
   * @param components its components, in order
   */
  public record Chosen(Overlay overlay, List<Component> components) {
    /** Copies the list. */
    public Chosen {
      components = List.copyOf(components);
    }
  }
}
