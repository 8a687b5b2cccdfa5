package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.kube.Pod;
import java.util.List;
import java.util.Optional;

/**
 * A sign in a trial that it uses AWS with the role of its pod: a name in S3, or a variable that
 * AWS' SDKs read. A container that has keys of its own, or variables from elsewhere, gives none.
 *
 * @param at where it is in the trial's object
 * @param what the sign
 */
record AwsUse(JsonPointer at, String what) {
  private static final String S3 = "s3://";

  /** The first sign in a trial's object. */
  static Optional<AwsUse> in(ObjectNode trial) {
    return Pod.in(trial).stream()
        .flatMap(pod -> pod.parts().stream())
        .flatMap(part -> of(part.container(), part.at()).stream())
        .findFirst();
  }

  private static Optional<AwsUse> of(JsonNode container, JsonPointer at) {
    JsonNode env = container.path("env");
    for (JsonNode variable : env) {
      if (variable.path("name").asText().equals("AWS_ACCESS_KEY_ID")) {
        return Optional.empty();
      }
    }
    if (container.has("envFrom")) {
      return Optional.empty();
    }
    for (String list : List.of("command", "args")) {
      for (int i = 0; i < container.path(list).size(); i++) {
        if (container.path(list).get(i).asText().contains(S3)) {
          return Optional.of(new AwsUse(at.appendProperty(list).appendIndex(i), S3));
        }
      }
    }
    for (int i = 0; i < env.size(); i++) {
      String name = env.get(i).path("name").asText();
      boolean isS3 = env.get(i).path("value").asText().contains(S3);
      if (isS3 || name.startsWith("AWS_")) {
        return Optional.of(new AwsUse(at.appendProperty("env").appendIndex(i), isS3 ? S3 : name));
      }
    }
    return Optional.empty();
  }
}
