package io.kfaws.catalog;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The validation of a user's template folder: a file that overrides no file of kfaws and that no
 * component lists is a slip, and would silently do nothing.
 */
final class Overrides {
  private Overrides() {}

  /**
   * Validates the user's template folder against all components of all releases.
   *
   * @throws KfawsException with every file that would be ignored
   * @throws IOException if the template folder cannot be read
   */
  static void validate(UserSource source, Catalog catalog) throws IOException {
    Set<String> components = new TreeSet<>(catalog.folders());
    catalog.overlays().stream()
        .flatMap(overlay -> overlay.components().stream())
        .forEach(part -> components.add(part.component()));
    Set<String> known = new TreeSet<>(List.of(Catalog.KUSTOMIZATION));
    for (ReleaseDescriptor release : catalog.releases()) {
      TemplatePath templates = catalog.templates(release);
      for (String name : components) {
        Component component = templates.component(name);
        known.add(component.path(Component.DESCRIPTOR));
        component.files().forEach(file -> known.add(component.path(file.template())));
      }
      for (String name : catalog.experimentTemplates()) {
        known.add(LibraryTemplate.path(name));
        templates.experimentTemplate(name).ifPresent(template -> known.addAll(template.paths()));
      }
    }
    List<Diagnostic> findings = new ArrayList<>();
    for (String path : source.paths()) {
      if (!known.contains(path)) {
        findings.add(ignored(source, path, known));
      }
    }
    KfawsException.throwIfErrors(findings);
  }

  private static Diagnostic ignored(UserSource source, String path, Set<String> known) {
    Optional<String> nearest = Nearest.to(path, known);
    return Diagnostic.error(
        "unused-template",
        Location.of(source.folder().resolve(path).toString().replace('\\', '/')),
        "",
        "overrides no file of kfaws",
        nearest
            .map(name -> "did you mean " + name + "?")
            .orElse(
                "give it the path of a file under templates/common, or list it in a component.yaml"));
  }
}
