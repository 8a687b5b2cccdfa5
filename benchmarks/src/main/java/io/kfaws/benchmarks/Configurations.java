package io.kfaws.benchmarks;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Configurations of any size. */
final class Configurations {
  static final String ISSUER =
      "https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";

  private static final String HEAD =
      """
      apiVersion: kfaws.io/v1alpha1
      kind: Installation
      metadata: {name: benchmark}
      overlays: [rds-s3]
      cluster: {name: demo, region: us-west-2, accountId: "012345678901",
                oidcIssuer: https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF}
      rds: {host: kubeflow-db.abc123xyz.us-west-2.rds.amazonaws.com, secretName: kf-rds-secret}
      s3: {bucket: kf-artifacts-012345678901, access: {irsa: {roleArn: arn:aws:iam::012345678901:role/kf-pipelines}}}
      secretsReader: {roleArn: arn:aws:iam::012345678901:role/kf-secrets-reader}
      """;

  private Configurations() {}

  /** Profiles with an owner, a contributor, a quota and a role for two service accounts. */
  static String profiles(int count) {
    return profiles(count, "name");
  }

  /** As many findings: a key of each profile is written wrongly. */
  static String findings(int count) {
    return profiles(count, "nam");
  }

  /** Experiments in one profile, from the library of templates. */
  static String experiments(int count) {
    return profiles(1)
        + list(
            "experiments",
            count,
            i ->
                """
                  - name: e%05d
                    profile: p00000
                    template:
                      name: random
                      image: 012345678901.dkr.ecr.us-west-2.amazonaws.com/train:1.4
                      command: [python3, train.py, "--lr=${trialParameters.lr}"]
                      resources: {limits: {cpu: "1", memory: 1Gi}}
                      objective: {type: maximize, objectiveMetricName: accuracy}
                      parameters:
                        - {name: lr, parameterType: double, feasibleSpace: {min: 0.001, max: 0.1}}
                """
                    .formatted(i));
  }

  /** Ten secrets in each profile. */
  static String secrets(int count) {
    return profiles(Math.max(1, count / 10))
        + list(
            "secrets",
            Math.min(10, count),
            i ->
                """
                  - name: s%d
                    profiles: ["*"]
                    objects: [{secretsManager: "teams/{profile}/s%d"}]
                """
                    .formatted(i, i));
  }

  private static String profiles(int count, String key) {
    return HEAD
        + list(
            "profiles",
            count,
            i ->
                """
                  - %s: p%05d
                    owner: p%05d@example.com
                    contributors: [guest@example.com]
                    quota: {cpu: "8"}
                    identity: {role: {scoped: true}, serviceAccounts: [default-editor, default]}
                """
                    .formatted(key, i, i));
  }

  private static String list(String name, int count, IntFunction<String> item) {
    return IntStream.range(0, count)
        .mapToObj(item)
        .collect(Collectors.joining("", name + ":\n", ""));
  }
}
