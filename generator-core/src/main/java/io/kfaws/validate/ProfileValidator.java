package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.kube.IamPlugin;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import io.kfaws.text.GoFields;
import io.kfaws.text.Nearest;
import io.kfaws.text.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Validates a Profile that somebody else wrote, as its consumers take it: the API server, and the
 * profile controller with its plugins. What they refuse is an error; what they take and then drop,
 * ignore or punish is a warning.
 */
final class ProfileValidator {
  /** Its schema, below {@code schemas/}. */
  static final String SCHEMA = "kubeflow/foreign/profile.schema.json";

  private static final String PLUGIN_SCHEMA = "kubeflow/foreign/iam-plugin.schema.json";
  private static final JsonPointer NAMESPACE = JsonPointer.compile("/metadata/namespace");
  private static final JsonPointer PLUGINS = JsonPointer.compile("/spec/plugins");

  private final Schemas schemas;
  private final JsonNode shape;
  private final JsonNode pluginShape;

  ProfileValidator(Schemas schemas) {
    this.schemas = schemas;
    this.shape = schemas.tree(SCHEMA);
    this.pluginShape = schemas.tree(PLUGIN_SCHEMA);
  }

  /** All findings, sorted by place. */
  List<Diagnostic> check(Document written) {
    Document profile = GoFields.of(written, List.of()).document();
    List<Diagnostic> findings = new ArrayList<>(schemas.validate(SCHEMA, profile));
    findings.addAll(
        ignored(
            profile, JsonPointer.empty(), shape, "the API server knows no such key, and drops it"));
    if (profile.root().at(NAMESPACE).isTextual()) {
      findings.add(
          Diagnostic.warning(
              "namespace-of-cluster-object",
              profile.at(NAMESPACE),
              Document.path(NAMESPACE),
              "the API server drops it: a Profile is an object of the cluster, and lies in no"
                  + " namespace",
              "leave it out; the Profile makes a namespace of its own name"));
    }
    plugins(profile, findings);
    QuotaScopeRule.check(profile, findings);
    return findings.stream().sorted().toList();
  }

  private void plugins(Document profile, List<Diagnostic> findings) {
    JsonNode plugins = profile.root().at(PLUGINS);
    Optional<JsonPointer> first = Optional.empty();
    for (int i = 0; plugins.isArray() && i < plugins.size(); i++) {
      JsonPointer at = PLUGINS.appendIndex(i);
      JsonNode kind = plugins.get(i).path("kind");
      if (!kind.asText().equals(IamPlugin.KIND)) {
        findings.add(foreign(profile, at, kind));
        continue;
      }
      if (first.isPresent()) {
        findings.add(
            Diagnostic.warning(
                "several-iam-plugins",
                profile.at(at),
                Document.path(at),
                "the controller applies it after "
                    + Document.path(first.get())
                    + ": default-editor has the last one's role",
                "keep one plugin of kind " + IamPlugin.KIND));
      }
      first = first.or(() -> Optional.of(at));
      JsonNode spec = plugins.get(i).path("spec");
      if (spec.isObject() || spec.isMissingNode()) { // otherwise its schema says what it is
        plugin(profile, at, findings);
      }
    }
  }

  /** One sentence, for on AWS none of its keys matters. */
  private static Diagnostic foreign(Document profile, JsonPointer at, JsonNode kind) {
    boolean isGoogles = kind.asText().equals("WorkloadIdentity");
    Optional<String> meant = Nearest.to(kind.asText(), List.of(IamPlugin.KIND));
    return Diagnostic.warning(
        "plugin-without-effect",
        profile.at(at.appendProperty("kind")),
        Document.path(at.appendProperty("kind")),
        isGoogles
            ? "WorkloadIdentity is the plugin for Google Cloud: on AWS the controller fails at it,"
                + " and applies no plugin after it"
            : "the profile controller knows no plugin "
                + Formatted.value(kind)
                + ", and ignores it",
        meant
            .map(nearest -> "did you mean " + nearest + "?")
            .orElse("the plugin for AWS is " + IamPlugin.KIND));
  }

  private void plugin(Document profile, JsonPointer at, List<Diagnostic> findings) {
    IamPlugin plugin = IamPlugin.of(profile, at);
    String path = Document.path(plugin.at());
    Document spec = plugin.spec();
    List<Diagnostic> inside = new ArrayList<>(schemas.validate(PLUGIN_SCHEMA, spec));
    inside.addAll(
        ignored(spec, JsonPointer.empty(), pluginShape, "the profile controller ignores this key"));
    for (Map.Entry<JsonPointer, String> key : plugin.decoded().renamed().entrySet()) {
      String field = key.getKey().getMatchingProperty();
      inside.add(
          Diagnostic.warning(
              "key-in-other-case",
              spec.keyAt(key.getKey()),
              key.getValue(),
              "the profile controller takes it for "
                  + field
                  + ", and who compares letter by letter does not",
              "write " + field));
    }
    if (spec.root().has(IamPlugin.ROLE) && plugin.editsTrust()) {
      inside.add(
          Diagnostic.warning(
              "plugin-edits-trust",
              spec.at(JsonPointer.compile("/" + IamPlugin.ANNOTATE_ONLY)),
              IamPlugin.ANNOTATE_ONLY,
              (spec.root().has(IamPlugin.ANNOTATE_ONLY) ? "is not true" : "is missing")
                  + ": the profile controller rewrites the role's trust policy, and drops what"
                  + " others wrote there",
              "write annotateOnly: true, and the trust policy where the role is made"));
    }
    inside.forEach(found -> findings.add(found.withPath(Document.path(path, found.path()))));
  }

  /** The keys for which a shape has no property. */
  private static List<Diagnostic> ignored(
      Document document, JsonPointer at, JsonNode shape, String message) {
    List<Diagnostic> findings = new ArrayList<>();
    JsonNode node = document.root().at(at);
    JsonNode known = shape.path("properties");
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      findings.addAll(ignored(document, at.appendIndex(i), shape.path("items"), message));
    }
    if (!node.isObject() || known.isMissingNode()) {
      return findings;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonPointer key = at.appendProperty(entry.getKey());
      if (known.has(entry.getKey())) {
        findings.addAll(ignored(document, key, known.path(entry.getKey()), message));
      } else {
        Set<String> names = Walk.names(known);
        findings.add(
            Diagnostic.warning(
                "ignored-profile-key",
                document.keyAt(key),
                Document.path(key),
                message,
                Nearest.to(entry.getKey(), names)
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("known keys: " + String.join(", ", names))));
      }
    }
    return findings;
  }
}
