package io.kfaws.validate;

import io.kfaws.Diagnostic;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Provided;
import io.kfaws.kube.Reference;
import io.kfaws.kube.References;
import io.kfaws.kube.Root;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a workload refers to is there: a ConfigMap or Secret with the key that is read, a
 * SecretProviderClass in the workload's own namespace, a ServiceAccount. A root that is alone may
 * run as service accounts that others make.
 *
 * @param provided what the base brings
 * @param elsewhere the service accounts that overlays make or that are there already
 * @param patterns what stands for several that are there already
 */
record ReferenceRule(
    Provided provided, Set<ServiceAccount> elsewhere, List<ServiceAccount> patterns)
    implements RootRule {
  /** Claims on volumes of the base are not known, and pods wait for them. */
  private static final Set<String> KINDS =
      Set.of("ConfigMap", "Secret", "ServiceAccount", "SecretProviderClass");

  /**
   * The check for one tree.
   *
   * @param outside the service accounts that are there already, patterns too
   */
  static ReferenceRule among(List<Root> roots, Provided provided, Set<ServiceAccount> outside) {
    Set<ServiceAccount> elsewhere = new TreeSet<>(outside);
    for (Root root : roots) {
      for (Manifest manifest : root.standsAlone() ? List.<Manifest>of() : root.manifests()) {
        if (manifest.kind().equals("ServiceAccount") && !manifest.isDeletion()) {
          ServiceAccount.of(manifest.namespace(), manifest.name()).ifPresent(elsewhere::add);
        }
      }
    }
    return new ReferenceRule(
        provided, elsewhere, outside.stream().filter(ServiceAccount::isPattern).toList());
  }

  @Override
  public List<Diagnostic> check(Root overlay) {
    Produced produced = Produced.by(overlay, provided);
    List<Diagnostic> findings = new ArrayList<>();
    for (Manifest manifest : overlay.manifests()) {
      if (manifest.kind().equals("Deployment") && !manifest.isDeletion()) {
        for (References.Named named : References.of(manifest.object())) {
          boolean isValidated = KINDS.contains(named.to().kind());
          if (isValidated && (!overlay.standsAlone() || !isElsewhere(named.to()))) {
            validate(manifest, named, produced).ifPresent(findings::add);
          }
        }
      }
    }
    return findings;
  }

  private boolean isElsewhere(Reference to) {
    return to.kind().equals("ServiceAccount")
        && ServiceAccount.of(to.namespace(), to.name())
            .filter(
                account ->
                    elsewhere.contains(account)
                        || patterns.stream().anyMatch(pattern -> pattern.matches(account)))
            .isPresent();
  }

  private static Optional<Diagnostic> validate(
      Manifest manifest, References.Named named, Produced produced) {
    Reference to = named.to();
    String object = to.kind() + " " + to.namespace() + "/" + to.name();
    Optional<Set<String>> keys = produced.keys(to);
    if (keys.isEmpty()) {
      String hint = nearest(to.name(), produced.names(to.kind(), to.namespace()));
      return Optional.of(
          manifest.error(
              "missing-object", named.at(), "refers to " + object + ", which nothing makes", hint));
    }
    if (to.key().isEmpty() || keys.get().contains(to.key())) {
      return Optional.empty();
    }
    return Optional.of(
        manifest.error(
            "missing-object-key",
            named.keyAt(),
            "reads key " + to.key() + " of " + object + ", which nothing puts there",
            nearest(to.key(), keys.get())));
  }

  private static String nearest(String word, Collection<String> known) {
    return Nearest.to(word, known)
        .map(nearest -> "did you mean " + nearest + "?")
        .orElse(known.isEmpty() ? "" : "there is " + String.join(", ", known));
  }
}
