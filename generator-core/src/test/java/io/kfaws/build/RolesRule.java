package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Exactly the pack's service accounts have a role, and the right one. */
record RolesRule() implements Rule {
  private static final String ROLE = "eks.amazonaws.com/role-arn";

  @Override
  public List<String> broken(Case build) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    build
        .built()
        .keys("ServiceAccount")
        .filter(key -> build.built().get(key).at("/metadata/annotations").has(ROLE))
        .forEach(
            key ->
                found.set(
                    key.toString().substring("ServiceAccount ".length()),
                    build.built().get(key).at("/metadata/annotations").path(ROLE)));
    JsonNode expected =
        build.expected().has("roles")
            ? build.expected().path("roles")
            : JsonNodeFactory.instance.objectNode();

    List<String> broken = new ArrayList<>();
    if (!found.equals(expected)) {
      broken.add("roles are " + found + " instead of " + expected);
    }
    if (build.cell().parts().contains("s3.access.irsa")) {
      build
          .pack()
          .facts()
          .at("/irsa/serviceAccounts")
          .forEach(
              account -> {
                if (!found.has(account.asText())) {
                  broken.add("the pack's " + account + " has no role");
                }
              });
    }
    return broken;
  }
}
