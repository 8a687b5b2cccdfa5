package io.kfaws.validate;

import io.kfaws.Diagnostic;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import io.kfaws.secrets.ProviderRules;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.Twice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * No Secret is made by two SecretProviderClasses of its namespace, in whatever files they stand:
 * the one that was mounted last would win.
 */
final class DuplicateClassRule {
  private DuplicateClassRule() {}

  private record Rooted(Root root, WrittenClass written) {}

  /**
   * All findings in a tree, in any order. Two overlays of one installation have classes in common,
   * so each is held against the groups alone; of two classes of one name {@link
   * DuplicateObjectRule} tells.
   *
   * @param classes the classes by their manifests
   */
  static List<Diagnostic> check(List<Root> roots, Map<Manifest, WrittenClass> classes) {
    List<Rooted> grouped = new ArrayList<>();
    roots.stream().filter(Root::isGroup).forEach(root -> grouped.addAll(in(root, classes)));
    Set<Diagnostic> findings = new TreeSet<>(inTree(grouped));
    for (Root overlay : roots) {
      if (!overlay.isGroup()) {
        List<Rooted> applied = new ArrayList<>(grouped);
        applied.addAll(in(overlay, classes));
        findings.addAll(inTree(applied));
      }
    }
    return List.copyOf(findings);
  }

  private static List<Rooted> in(Root root, Map<Manifest, WrittenClass> classes) {
    return root.manifests().stream()
        .filter(manifest -> manifest.role() == Manifest.Role.WHOLE)
        .flatMap(manifest -> Optional.ofNullable(classes.get(manifest)).stream())
        .filter(written -> written.model().isPresent())
        .map(written -> new Rooted(root, written))
        .toList();
  }

  private static List<Diagnostic> inTree(List<Rooted> classes) {
    return twice(
        classes.stream().map(Rooted::written).toList(),
        twice -> twice.isOfNames() && classes.get(twice.first()).root().isGroup());
  }

  /** All findings among the classes of a file, in any order. */
  static List<Diagnostic> among(List<WrittenClass> classes) {
    return twice(
        classes.stream().filter(written -> written.model().isPresent()).toList(), twice -> false);
  }

  private static List<Diagnostic> twice(
      List<WrittenClass> classes, Predicate<Twice> toldElsewhere) {
    List<SecretProviderClass> models =
        classes.stream().flatMap(written -> written.model().stream()).toList();
    return ProviderRules.twice(models).stream()
        .filter(toldElsewhere.negate())
        .map(twice -> classes.get(twice.second()).finding(twice.violation()))
        .toList();
  }
}
