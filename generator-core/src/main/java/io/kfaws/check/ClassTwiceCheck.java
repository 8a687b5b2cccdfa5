package io.kfaws.check;

import io.kfaws.secrets.ProviderRules;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.Twice;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * No Secret is made by two SecretProviderClasses of its namespace, in whatever files they stand:
 * the one that was mounted last would win.
 */
final class ClassTwiceCheck {
  private ClassTwiceCheck() {}

  /** A class, and what it was read from. */
  private record Read<T>(T from, SecretProviderClass model) {}

  private record Rooted(OverlayFiles root, Manifest manifest) {}

  /**
   * All findings in a tree, in any order. Two overlays of one wish have classes in common, so each
   * is held against the groups alone; of two classes of one name {@link TwiceCheck} tells.
   */
  static List<Diagnostic> check(List<OverlayFiles> roots) {
    List<Read<Rooted>> grouped = new ArrayList<>();
    roots.stream().filter(OverlayFiles::isGroup).forEach(group -> grouped.addAll(classes(group)));
    Set<Diagnostic> findings = new TreeSet<>(inTree(grouped));
    for (OverlayFiles overlay : roots) {
      if (!overlay.isGroup()) {
        List<Read<Rooted>> applied = new ArrayList<>(grouped);
        applied.addAll(classes(overlay));
        findings.addAll(inTree(applied));
      }
    }
    return List.copyOf(findings);
  }

  private static List<Read<Rooted>> classes(OverlayFiles root) {
    List<Read<Rooted>> classes = new ArrayList<>();
    for (Manifest manifest : root.manifests()) {
      if (manifest.role() == Manifest.Role.WHOLE && ClassDocument.isOne(manifest)) {
        model(manifest.document())
            .ifPresent(it -> classes.add(new Read<>(new Rooted(root, manifest), it)));
      }
    }
    return classes;
  }

  private static List<Diagnostic> inTree(List<Read<Rooted>> classes) {
    return twice(
        classes,
        twice -> twice.isOfNames() && classes.get(twice.first()).from().root().isGroup(),
        rooted -> rooted.manifest().document());
  }

  /** All findings among the documents of a file, in any order. */
  static List<Diagnostic> among(List<Document> documents) {
    List<Read<Document>> classes = new ArrayList<>();
    for (Document document : documents) {
      if (ClassDocument.isOne(Manifest.alone(document))) {
        model(document).ifPresent(it -> classes.add(new Read<>(document, it)));
      }
    }
    return twice(classes, twice -> false, document -> document);
  }

  private static <T> List<Diagnostic> twice(
      List<Read<T>> classes, Predicate<Twice> toldElsewhere, Function<T, Document> text) {
    return ProviderRules.twice(classes.stream().map(Read::model).toList()).stream()
        .filter(toldElsewhere.negate())
        .map(
            twice ->
                ClassDocument.of(text.apply(classes.get(twice.second()).from()))
                    .finding(twice.breach()))
        .toList();
  }

  /** What a class says; one that cannot be read has findings already. */
  private static Optional<SecretProviderClass> model(Document document) {
    try {
      return Optional.of(SecretProviderClass.read(document));
    } catch (KfawsException e) {
      return Optional.empty();
    }
  }
}
