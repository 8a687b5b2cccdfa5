package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kfaws.text.Document;
import io.kfaws.text.GoFields;
import io.kfaws.text.Places;
import java.util.List;

/**
 * The plugin of a Profile that gives its {@code default-editor} a role, as the profile controller
 * decodes it (kubeflow/kubeflow v1.7.0, components/profile-controller/controllers/plugin_iam.go and
 * profile_controller.go, {@code GetPluginSpec}): keys count in any letter case.
 *
 * @param at the plugin's spec in the Profile
 * @param decoded the spec as a document of its own, under the controller's names
 */
public record IamPlugin(JsonPointer at, GoFields decoded) {
  /** Its kind; the controller compares it letter by letter. */
  public static final String KIND = "AwsIamForServiceAccount";

  /** The key of the role's ARN. */
  public static final String ROLE = "awsIamRole";

  /** The key that keeps the controller from editing the role's trust policy. */
  public static final String ANNOTATE_ONLY = "annotateOnly";

  private static final List<String> FIELDS = List.of(ROLE, ANNOTATE_ONLY);

  /**
   * Decodes a plugin.
   *
   * @param profile the Profile
   * @param plugin where it has the plugin
   */
  public static IamPlugin of(Document profile, JsonPointer plugin) {
    JsonPointer at = plugin.appendProperty("spec");
    JsonNode written = profile.root().at(at);
    JsonNode root = written.isMissingNode() ? JsonNodeFactory.instance.objectNode() : written;
    Places places =
        new Places.Assembly()
            .put(JsonPointer.empty(), plugin, profile.places()) // of a spec that is missing
            .put(JsonPointer.empty(), at, profile.places());
    Document spec = new Document(profile.source(), root, places);
    return new IamPlugin(at, GoFields.of(spec, FIELDS));
  }

  /** The spec under the controller's names. */
  public Document spec() {
    return decoded.document();
  }

  /** What the spec has under one of the controller's names. */
  public JsonNode value(String field) {
    return spec().root().path(field);
  }

  /** Whether the controller edits the role's trust policy. */
  public boolean editsTrust() {
    return isDecodable() && !value(ANNOTATE_ONLY).booleanValue();
  }

  /** Whether the controller can decode it; if not, it applies no plugin of the Profile. */
  public boolean isDecodable() {
    boolean isRole = value(ROLE).isTextual() || value(ROLE).isMissingNode();
    return isRole && (value(ANNOTATE_ONLY).isBoolean() || value(ANNOTATE_ONLY).isMissingNode());
  }
}
