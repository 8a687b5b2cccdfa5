package io.kfaws.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.kube.Manifest;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who works in profiles, as Kubeflow's access management writes it: a RoleBinding with the
 * annotations {@code user} and {@code role}, and an AuthorizationPolicy of the same name.
 */
final class Contributors {
  private static final Pattern ROLE = Pattern.compile("kubeflow-(admin|edit|view)");

  /** What the profile controller itself makes in each namespace. */
  private static final Set<String> CONTROLLERS =
      Set.of("namespaceAdmin", ServiceAccount.EDITOR, "default-viewer", "ns-owner-access-istio");

  private final Found found;
  private final Notes notes;

  Contributors(Found found, Notes notes) {
    this.found = found;
    this.notes = notes;
  }

  private List<Manifest> bindings() {
    return found.all("RoleBinding").filter(one -> !CONTROLLERS.contains(one.name())).toList();
  }

  private static boolean isContributor(Manifest binding) {
    return ROLE.matcher(binding.text("/roleRef/name")).matches()
        && binding.root().at("/subjects").size() == 1
        && !binding.annotation("user").isEmpty();
  }

  /** Puts the contributors of a namespace into its profile. */
  void write(Draft profile, String namespace) {
    ArrayNode contributors = JsonNodeFactory.instance.arrayNode();
    for (Manifest binding : found.in(namespace, "RoleBinding").toList()) {
      if (!CONTROLLERS.contains(binding.name()) && isContributor(binding)) {
        contributors.add(contributor(binding));
        profile.put("contributors", contributors, binding.at("/subjects"));
      }
    }
  }

  /** A user who edits is written as text alone. */
  private static JsonNode contributor(Manifest binding) {
    Matcher role = ROLE.matcher(binding.text("/roleRef/name"));
    String may = role.matches() ? role.group(1) : "";
    JsonNode subject = binding.root().at("/subjects/0");
    String kind = subject.path("kind").asText();
    if (kind.equals("User") && may.equals("edit")) {
      return subject.path("name");
    }
    ObjectNode contributor = JsonNodeFactory.instance.objectNode();
    if (!kind.equals("User")) {
      contributor.put("kind", kind);
    }
    contributor.set("name", subject.path("name"));
    if (subject.has("namespace")) {
      contributor.set("namespace", subject.path("namespace"));
    }
    return may.equals("edit") ? contributor : contributor.put("role", may);
  }

  /** Says what is left in the end. */
  void others(Set<String> profiles) {
    for (Manifest binding : bindings()) {
      if (!isContributor(binding) || !profiles.contains(binding.namespace())) {
        left(
            binding,
            isContributor(binding)
                ? "its namespace is no profile that was imported"
                : "it is none of a contributor's, as access management writes them");
      }
    }
    found
        .all("AuthorizationPolicy")
        .filter(policy -> !CONTROLLERS.contains(policy.name()))
        .filter(
            policy ->
                found
                    .in(policy.namespace(), "RoleBinding")
                    .filter(binding -> !CONTROLLERS.contains(binding.name()))
                    .noneMatch(binding -> isTwin(binding, policy)))
        .forEach(policy -> left(policy, "no contributor's RoleBinding has its name"));
  }

  private static boolean isTwin(Manifest binding, Manifest policy) {
    return isContributor(binding)
        && binding.name().equals(policy.name())
        && binding.namespace().equals(policy.namespace());
  }

  private void left(Manifest object, String reason) {
    notes.left(
        object,
        object.at("/metadata/name"),
        " stays behind: " + reason,
        "keep it beside kfaws' output, in a kustomization of your own");
  }
}
