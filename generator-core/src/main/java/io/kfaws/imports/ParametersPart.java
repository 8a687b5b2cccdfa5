package io.kfaws.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parameters that no other part takes: one is a role, the others stay behind. */
final class ParametersPart implements Part {
  /** The role of the SageMaker controller of ACK, and who takes it in the AWS distribution. */
  private static final String ACK_ROLE = "ACK_SAGEMAKER_OIDC_ROLE";

  private static final String ACK_NAMESPACE = "ack-system";
  private static final String ACK_ACCOUNT = "ack-sagemaker-controller";

  /** What the other parts ask for, beside the database and the bucket. */
  private static final Set<String> TAKEN =
      Set.of("clusterName", "RDS_SECRET", "S3_SECRET", "user", "profile-name", ACK_ROLE);

  private static final String LOGIN =
      "kfaws leaves the login to the base: keep it in a kustomization of your own";

  private static final String BALANCER =
      "kfaws leaves the load balancer to the base: keep it in a kustomization of your own";

  /** What users of the AWS distribution fill in, and has no place in a configuration. */
  private static final Map<String, String> HINTS =
      new TreeMap<>(
          Map.of(
              "CognitoUserPoolArn", LOGIN,
              "CognitoAppClientId", LOGIN,
              "CognitoUserPoolDomain", LOGIN,
              "LOGOUT_URL", LOGIN,
              "certArn", BALANCER,
              "loadBalancerScheme", BALANCER,
              "ACK_AWS_REGION", "the controllers of ACK are installed beside kfaws' output",
              "defaultPipelineRoot",
                  "kfaws gives each profile a pipeline root of its own in the bucket"));

  private final Found found;
  private final Notes notes;

  ParametersPart(Found found, Notes notes) {
    this.found = found;
    this.notes = notes;
  }

  @Override
  public void write(Draft configuration) {
    found.parameters().value(ACK_ROLE).ifPresent(role -> ack(configuration, role));
    Set<String> known = new TreeSet<>(TAKEN);
    known.addAll(StorageKeys.all());
    known.addAll(HINTS.keySet());
    HINTS.forEach(
        (key, hint) ->
            found
                .parameters()
                .value(key)
                .ifPresent(
                    one -> notes.left(one.at(), key, "has no place in a configuration", hint)));
    found.parameters().others(known).values().forEach(this::others);
  }

  private static void ack(Draft configuration, Parameter role) {
    Draft entry = new Draft();
    entry.put("roleArn", role.value(), role.at());
    ArrayNode accounts = JsonNodeFactory.instance.arrayNode();
    accounts.addObject().put("namespace", ACK_NAMESPACE).put("name", ACK_ACCOUNT);
    entry.put("serviceAccounts", accounts, role.at());
    configuration.add("roles", entry, role.at());
  }

  /** One line for a file, for most of them are as they came. */
  private void others(List<Parameter> ofOneFile) {
    Parameter first = ofOneFile.get(0);
    String keys =
        ofOneFile.stream().map(Parameter::key).distinct().collect(Collectors.joining(", "));
    notes.left(
        first.at(),
        "",
        keys + (ofOneFile.size() == 1 ? " has" : " have") + " no place in a configuration",
        "if you changed what came with the distribution, keep it in a kustomization of your own");
  }
}
