package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * No merge left a null or a patch's own word, which the API server refuses. A null that the base
 * has there already is no patch's: webhooks of some releases have {@code creationTimestamp: null}.
 */
record PatchResidue() implements BuildRule {
  @Override
  public String id() {
    return "patch-residue";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    build
        .touched()
        .forEach(
            key -> {
              validate(key.toString(), build.base().get(key), build.built().get(key), findings);
              findings.proven(key.toString());
            });
  }

  private static void validate(
      String path, JsonNode before, JsonNode node, BuildFindings findings) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String child = path + "." + entry.getKey();
      if (entry.getKey().startsWith("$")) {
        findings.find(child, "a patch's own word is left in the object", "mend the patch");
      } else if (entry.getValue().isNull() && !before.path(entry.getKey()).isNull()) {
        findings.find(child, "is null", "a patch removes what the base does not have: take it out");
      }
      validate(child, before.path(entry.getKey()), entry.getValue(), findings);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        validate(path + "[" + i + "]", before.path(i), node.path(i), findings);
      }
    }
  }
}
