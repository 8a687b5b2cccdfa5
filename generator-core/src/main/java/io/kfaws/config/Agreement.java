package io.kfaws.config;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.aws.RoleArn;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/** What the values of a wish must agree on: region, partition and account. */
final class Agreement {
  private final Installation wish;
  private final Document document;
  private final List<Diagnostic> findings = new ArrayList<>();

  private Agreement(Installation wish, Document document) {
    this.wish = wish;
    this.document = document;
  }

  static List<Diagnostic> check(Installation wish, Document document) {
    Agreement agreement = new Agreement(wish, document);
    agreement.issuer();
    agreement.bucketRegion();
    wish.s3().map(S3::access).ifPresent(agreement::access);
    wish.secretsReader().ifPresent(r -> agreement.role("secretsReader.roleArn", r.roleArn()));
    wish.rds().ifPresent(rds -> agreement.secret("rds.secretName", rds.secretName()));
    return agreement.findings;
  }

  private void access(S3Access access) {
    if (access instanceof S3Access.Irsa irsa) {
      role("s3.access.irsa.roleArn", irsa.roleArn());
    } else if (access instanceof S3Access.StaticKeys keys) {
      secret("s3.access.staticKeys.secretName", keys.secretName());
    }
  }

  private void issuer() {
    Region issuers = wish.cluster().oidcIssuer().region();
    Region region = wish.cluster().region();
    if (!issuers.equals(region)) {
      error(
          "issuer-region",
          "cluster.oidcIssuer",
          "the issuer is in " + issuers + ", the cluster in " + region,
          "copy what this prints: aws eks describe-cluster --region "
              + region
              + " --name "
              + wish.cluster().name()
              + " --query cluster.identity.oidc.issuer");
    }
  }

  private void bucketRegion() {
    Partition partition = wish.cluster().region().partition();
    wish.s3()
        .filter(s3 -> s3.region().partition() != partition)
        .ifPresent(
            s3 ->
                error(
                    "partition",
                    "s3.region",
                    s3.region() + " is in another partition than the cluster's " + partition.id(),
                    "credentials of one partition are worth nothing in another: use a bucket of "
                        + partition.id()));
  }

  private void role(String path, RoleArn role) {
    Partition partition = wish.cluster().region().partition();
    if (role.partition() != partition) {
      error(
          "partition",
          path,
          "the role is in partition "
              + role.partition().id()
              + ", the cluster in "
              + partition.id(),
          "its ARN should start with arn:" + partition.id() + ":iam::");
    }
    if (!role.accountId().equals(wish.cluster().accountId())) {
      findings.add(
          Diagnostic.warning(
              "foreign-account",
              document.at(at(path)),
              path,
              "the role belongs to account "
                  + role.accountId()
                  + ", the cluster to "
                  + wish.cluster().accountId(),
              "that account needs an IAM OIDC provider of its own for the cluster's issuer"));
    }
  }

  /** One region stands in the class, so a secret in another one would not be found. */
  private void secret(String path, SecretName secret) {
    Region region = wish.cluster().region();
    secret
        .region()
        .filter(own -> !own.equals(region))
        .ifPresent(
            own ->
                error(
                    "secret-region",
                    path,
                    "the secret is in " + own + ", the cluster in " + region,
                    own.partition() == region.partition()
                        ? "replicate the secret to " + region + " and name the replica"
                        : "create the secret in " + region + "; nothing crosses partitions"));
  }

  private void error(String rule, String path, String message, String hint) {
    findings.add(Diagnostic.error(rule, document.at(at(path)), path, message, hint));
  }

  private static JsonPointer at(String path) {
    return Document.pointer(path);
  }
}
