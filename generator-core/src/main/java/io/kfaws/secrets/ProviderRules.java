package io.kfaws.secrets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the AWS provider and the Secrets Store CSI driver demand of a class, beyond the shape that
 * schemas tell. The API server accepts everything: what breaks a rule fails when a pod mounts the
 * class, or makes a Secret that never appears.
 *
 * <p>Sources: aws/secrets-store-csi-driver-provider-aws, {@code provider/secret_descriptor.go},
 * {@code provider/secret_value.go}, {@code server/server.go} and README;
 * kubernetes-sigs/secrets-store-csi-driver, {@code pkg/util/secretutil}; Kubernetes, "Types of
 * Secret".
 */
public final class ProviderRules {
  private ProviderRules() {}

  /** All violations of a class, in the order of the rules. */
  public static List<Violation> validate(SecretProviderClass provider) {
    List<Violation> violations = new ArrayList<>();
    RegionRule.check(provider, violations);
    ObjectRule.check(provider, violations);
    FailoverRule.check(provider, violations);
    FileRule.check(provider, violations);
    ExpressionRule.check(provider, violations);
    SyncRule.check(provider, violations);
    TypeRule.check(provider, violations);
    return List.copyOf(violations);
  }

  /**
   * The violations of a part of a class, such as a patch: only those of rules that no other part
   * could make good.
   */
  public static List<Violation> validatePart(SecretProviderClass provider) {
    List<Violation> violations = new ArrayList<>();
    RegionRule.check(provider, violations);
    ObjectRule.check(provider, violations);
    ExpressionRule.check(provider, violations);
    return List.copyOf(violations);
  }

  /**
   * The classes of which two have one name in a namespace, or sync one Secret: the last one that is
   * applied would win, and the last one that is mounted would write.
   */
  public static List<Twice> twice(List<SecretProviderClass> classes) {
    List<Twice> found = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> secrets = new HashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      SecretProviderClass it = classes.get(i);
      Optional<Integer> same =
          Optional.ofNullable(names.putIfAbsent(it.namespace() + "/" + it.name(), i));
      if (same.isPresent()) {
        found.add(
            new Twice(
                same.get(),
                i,
                SecretRule.DUPLICATE_CLASS.at(
                    "/name",
                    (it.namespace().isEmpty() ? "the file" : "namespace " + it.namespace())
                        + " has a class "
                        + it.name()
                        + " already",
                    "give one of the two another name, or make one class of them")));
        continue;
      }
      for (int j = 0; j < it.secretObjects().size(); j++) {
        String secret = it.secretObjects().get(j).secretName();
        Integer first = secrets.putIfAbsent(it.namespace() + "/" + secret, i);
        if (first != null && first != i) {
          found.add(
              new Twice(
                  first,
                  i,
                  SecretRule.SECRET_OF_TWO_CLASSES.at(
                      "/secretObjects/" + j + "/secretName",
                      "class "
                          + classes.get(first).name()
                          + " makes Secret "
                          + (it.namespace().isEmpty() ? "" : it.namespace() + "/")
                          + secret
                          + ", too",
                      "a Secret has one class: give one of the two another secretName")));
        }
      }
    }
    return List.copyOf(found);
  }
}
