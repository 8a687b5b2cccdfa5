package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A contributor of a profile is a RoleBinding and an AuthorizationPolicy of one name that agree, as
 * Kubeflow's access management writes them. It finds the first by the annotations {@code user} and
 * {@code role}, and removes both by the one name; of a RoleBinding with these annotations it wants
 * exactly one subject, and lists no binding of anybody otherwise (kubeflow/dashboard,
 * access-management).
 */
record ContributorRule() implements RootRule {
  private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
  private static final JsonPointer ANNOTATIONS = JsonPointer.compile("/metadata/annotations");
  private static final JsonPointer USER = ANNOTATIONS.appendProperty("user");
  private static final JsonPointer ROLE = ANNOTATIONS.appendProperty("role");
  private static final JsonPointer GRANTED = JsonPointer.compile("/roleRef/name");
  private static final JsonPointer SUBJECTS = JsonPointer.compile("/subjects");

  private static final Set<String> ROLES = new TreeSet<>(Set.of("admin", "edit", "view"));
  private static final String BOTH =
      "Kubeflow's access management writes and removes both: keep both in the template";

  @Override
  public List<Diagnostic> check(Root root) {
    Map<String, Manifest> bindings = contributors("RoleBinding", root);
    Map<String, Manifest> policies = contributors("AuthorizationPolicy", root);
    List<Diagnostic> findings = new ArrayList<>();
    bindings.forEach(
        (name, binding) -> {
          Manifest policy = policies.get(name);
          if (policy == null) {
            findings.add(alone(binding, "AuthorizationPolicy", "nothing is shown to this user"));
          } else {
            agree(binding, policy, USER, findings);
            agree(binding, policy, ROLE, findings);
          }
          binding(binding, findings);
        });
    policies.forEach(
        (name, policy) -> {
          if (!bindings.containsKey(name)) {
            findings.add(alone(policy, "RoleBinding", "this user is let in and may do nothing"));
          }
        });
    return findings;
  }

  /** By namespace and name; what has neither annotation is nobody's contribution. */
  private static Map<String, Manifest> contributors(String kind, Root root) {
    Map<String, Manifest> found = new TreeMap<>();
    for (Manifest manifest : root.manifests()) {
      boolean annotated =
          manifest.root().at(USER).isTextual() || manifest.root().at(ROLE).isTextual();
      if (manifest.kind().equals(kind) && manifest.role() == Manifest.Role.WHOLE && annotated) {
        found.putIfAbsent(manifest.namespace() + "/" + manifest.name(), manifest);
      }
    }
    return found;
  }

  private static Diagnostic alone(Manifest manifest, String other, String effect) {
    return manifest.error(
        "unpaired-contributor",
        NAME,
        manifest.id() + " has no contributor's " + other + " of its name: " + effect,
        BOTH);
  }

  private static void agree(
      Manifest binding, Manifest policy, JsonPointer annotation, List<Diagnostic> findings) {
    JsonNode bound = binding.root().at(annotation);
    JsonNode let = policy.root().at(annotation);
    if (!bound.equals(let)) {
      findings.add(
          policy.error(
              "unpaired-contributor",
              annotation,
              said(let) + ", and on its RoleBinding it " + said(bound),
              BOTH + ", with the same annotations"));
    }
  }

  private static String said(JsonNode annotation) {
    return annotation.isTextual() ? "is \"" + annotation.asText() + "\"" : "is missing";
  }

  private static void binding(Manifest binding, List<Diagnostic> findings) {
    String role = binding.root().at(ROLE).asText();
    String granted = binding.root().at(GRANTED).asText();
    if (!ROLES.contains(role)) {
      findings.add(
          binding.error(
              "contributor-role",
              ROLE,
              said(binding.root().at(ROLE)) + ": Kubeflow knows " + String.join(", ", ROLES),
              Nearest.to(role, ROLES)
                  .map(nearest -> "did you mean " + nearest + "?")
                  .orElse("write one of these, as it is granted in roleRef")));
    } else if (!granted.equals("kubeflow-" + role)) {
      findings.add(
          binding.error(
              "contributor-role",
              GRANTED,
              "grants " + granted + ", and the annotation says " + role,
              "write kubeflow-" + role));
    }
    JsonNode subjects = binding.root().at(SUBJECTS);
    JsonNode user = binding.root().at(USER);
    if (subjects.size() != 1) {
      findings.add(
          binding.error(
              "contributor-subject",
              SUBJECTS,
              "names "
                  + subjects.size()
                  + " subjects: Kubeflow's access management then lists nobody's contributors",
              "write a RoleBinding for each"));
    } else if (!subjects.path(0).path("name").equals(user)) {
      findings.add(
          binding.error(
              "contributor-subject",
              SUBJECTS.appendIndex(0).appendProperty("name"),
              "is not the user of the annotation, which " + said(user),
              "write the same name in both"));
    }
  }
}
