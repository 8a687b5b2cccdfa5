package io.kfaws.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sample's files. */
final class SampleFiles {
  private SampleFiles() {}

  /** What would be generated. */
  static SortedMap<String, String> of(Sample sample) {
    SortedMap<String, String> files = new TreeMap<>();
    ArrayNode roles = JsonNodeFactory.instance.arrayNode();
    for (Sample.Part part : sample.parts) {
      ObjectNode role = roles.addObject().put("arn", part.arn.toString());
      String folder = "roles/" + part.arn.name() + "/";
      if (!part.isKept) {
        role.put("trustPolicy", folder + "trust-policy.json");
        files.put("iam/" + folder + "trust-policy.json", part.trust.toPrettyString());
      }
      ObjectNode policies = role.putObject("policies");
      part.policies.forEach(
          (name, policy) -> {
            policies.put(name, folder + name + ".json");
            files.put("iam/" + folder + name + ".json", policy.toString());
          });
      part.managed.forEach(role.putArray("managedPolicies")::add);
    }
    StringBuilder page = new StringBuilder();
    roles.forEach(role -> page.append(role).append('\n'));
    files.put("iam/roles.jsonl", page.toString());
    overlay(sample.told, files);
    return files;
  }

  private static void overlay(List<Sample.Told> told, SortedMap<String, String> files) {
    StringBuilder resources = new StringBuilder();
    StringBuilder patches = new StringBuilder();
    for (int i = 0; i < told.size(); i++) {
      Sample.Told it = told.get(i);
      String object = object(it);
      if (it.way == Sample.Way.INLINE) {
        patches.append("  - patch: |-\n").append(object.indent(6));
      } else if (it.way == Sample.Way.OBJECT || it.way == Sample.Way.PLUGIN) {
        resources.append("  - ").append(i).append(".yaml\n");
        files.put("rds-s3/" + i + ".yaml", object);
      } else {
        patches.append("  - path: ").append(i).append(".yaml\n");
        files.put("rds-s3/" + i + ".yaml", object);
      }
    }
    String lists =
        (resources.isEmpty() ? "" : "resources:\n" + resources)
            + (patches.isEmpty() ? "" : "patches:\n" + patches);
    files.put("rds-s3/kustomization.yaml", "kind: Kustomization\n" + lists);
  }

  private static String object(Sample.Told it) {
    Map<String, String> metadata = new TreeMap<>();
    if (it.way == Sample.Way.PLUGIN || it.way == Sample.Way.PATCHED_PLUGIN) {
      return "kind: Profile\nmetadata: {name: "
          + it.account.namespace()
          + "}\nspec: {plugins: [{kind: AwsIamForServiceAccount, spec: {awsIamRole: \""
          + it.role
          + "\"}}]}\n";
    }
    metadata.put("eks.amazonaws.com/role-arn", it.role);
    it.audience.ifPresent(text -> metadata.put("eks.amazonaws.com/audience", text));
    StringBuilder annotations = new StringBuilder();
    metadata.forEach((key, value) -> annotations.append("    " + key + ": \"" + value + "\"\n"));
    return "kind: ServiceAccount\nmetadata:\n  name: "
        + it.account.name()
        + "\n  namespace: "
        + it.account.namespace()
        + "\n  annotations:\n"
        + annotations;
  }
}
