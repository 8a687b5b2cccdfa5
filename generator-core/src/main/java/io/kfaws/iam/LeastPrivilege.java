package io.kfaws.iam;

import io.kfaws.aws.BucketName;
import io.kfaws.aws.Partition;
import io.kfaws.aws.SecretArns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The permission policies that Kubeflow's parts get along with.
 *
 * <p>Source of the actions: Amazon S3 User Guide, "Actions, resources, and condition keys"; AWS
 * provider of the Secrets Store CSI driver, "IAM policy"; AWS Systems Manager User Guide,
 * "Restricting access to parameters"; AWS KMS Developer Guide, "Permissions for AWS services in key
 * policies"; External Secrets Operator, "AWS Parameter Store".
 */
public final class LeastPrivilege {
  private static final List<String> ON_OBJECTS =
      List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
  private static final String LIST = "s3:ListBucket";
  private static final String LOCATION = "s3:GetBucketLocation";

  /** In a resource and a condition these would stand for more than themselves. */
  private static final Pattern WILD = Pattern.compile(".*[*?$].*");

  private LeastPrivilege() {}

  /** To read, write and delete the objects of a bucket, and to list it. */
  public static Policy bucket(Partition partition, BucketName bucket) {
    String arn = arn(partition, bucket);
    return new Policy(
        List.of(
            allow("Objects", ON_OBJECTS, List.of(arn + "/*"), none()),
            allow("Bucket", List.of(LIST, LOCATION), List.of(arn), none())));
  }

  /**
   * The same, for the keys that begin with one of these prefixes only.
   *
   * @param prefixes with the slash at their end, for example {@code private-artifacts/team-a/}: a
   *     prefix without it would reach {@code team-ab}, too
   * @throws IllegalArgumentException if there is none, one is empty, or one holds a wildcard
   */
  public static Policy prefixes(Partition partition, BucketName bucket, List<String> prefixes) {
    if (prefixes.isEmpty()) {
      throw new IllegalArgumentException("a policy on no prefix");
    }
    for (String prefix : prefixes) {
      if (!prefix.endsWith("/") || WILD.matcher(prefix).matches()) {
        throw new IllegalArgumentException(
            "\"" + prefix + "\" is not a prefix of keys that ends with a slash");
      }
    }
    String arn = arn(partition, bucket);
    List<String> patterns = prefixes.stream().map(prefix -> prefix + "*").toList();
    SortedMap<String, SortedMap<String, List<String>>> listed = new TreeMap<>();
    listed.put("StringLike", new TreeMap<>(Map.of("s3:prefix", patterns)));
    return new Policy(
        List.of(
            allow(
                "Objects",
                ON_OBJECTS,
                patterns.stream().map(pattern -> arn + "/" + pattern).toList(),
                none()),
            allow("List", List.of(LIST), List.of(arn), listed),
            // A request for the location has no prefix, so the condition would refuse it.
            allow("Location", List.of(LOCATION), List.of(arn), none())));
  }

  /**
   * To read these secrets.
   *
   * @param arnPatterns as {@link SecretArns#pattern} gives them
   * @throws IllegalArgumentException if there is none
   */
  public static Policy secrets(List<String> arnPatterns) {
    return secrets(arnPatterns, List.of(), ReadsParameters.TOGETHER, List.of());
  }

  /**
   * To read these secrets and parameters, and to decrypt them with these keys.
   *
   * @param arnPatterns of the secrets, as {@link SecretArns#pattern} gives them
   * @param parameters of the parameters, as {@link SecretArns#parameter} gives them
   * @param by how the parameters are asked for
   * @param keys the ARNs of the customer managed keys that encrypt some of them
   * @throws IllegalArgumentException if there is neither a secret nor a parameter
   */
  public static Policy secrets(
      List<String> arnPatterns, List<String> parameters, ReadsParameters by, List<String> keys) {
    if (arnPatterns.isEmpty() && parameters.isEmpty()) {
      throw new IllegalArgumentException("a policy on no secret");
    }
    List<Statement> statements = new ArrayList<>();
    if (!arnPatterns.isEmpty()) {
      statements.add(
          allow(
              "Secrets",
              List.of("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"),
              arnPatterns,
              none()));
    }
    if (!parameters.isEmpty()) {
      statements.add(allow("Parameters", List.of(by.action), parameters, none()));
    }
    if (!keys.isEmpty()) {
      statements.add(allow("Keys", List.of("kms:Decrypt"), keys, none()));
    }
    return new Policy(statements);
  }

  /** How a program asks Parameter Store for parameters. */
  public enum ReadsParameters {
    /** Several in one request: the AWS provider of the Secrets Store CSI driver. */
    TOGETHER("ssm:GetParameters"),
    /** Each in a request of its own: the External Secrets Operator. */
    ONE_BY_ONE("ssm:GetParameter");

    private final String action;

    ReadsParameters(String action) {
      this.action = action;
    }
  }

  private static String arn(Partition partition, BucketName bucket) {
    return "arn:" + partition.id() + ":s3:::" + bucket;
  }

  private static Statement allow(
      String sid,
      List<String> actions,
      List<String> resources,
      SortedMap<String, SortedMap<String, List<String>>> conditions) {
    return new Statement(
        Optional.of(sid), Effect.ALLOW, Optional.empty(), actions, resources, conditions);
  }

  private static SortedMap<String, SortedMap<String, List<String>>> none() {
    return Collections.emptySortedMap();
  }
}
