package io.kfaws;

/** What manifests often leave open, so that whoever imports them may have to say it. */
public enum MissingInput {
  /** The EKS cluster's name. */
  CLUSTER_NAME("cluster.name", "--cluster-name", "the name of the EKS cluster: demo"),
  /** The cluster's region. */
  REGION("cluster.region", "--region", "the cluster's region: us-west-2"),
  /** The account that owns the cluster. */
  ACCOUNT_ID("cluster.accountId", "--account-id", "the 12 digits of the AWS account"),
  /** The cluster's OpenID Connect issuer. */
  OIDC_ISSUER(
      "cluster.oidcIssuer",
      "--oidc-issuer",
      "aws eks describe-cluster --name <name> --query cluster.identity.oidc.issuer prints it"),
  /** The release of Kubeflow; what is left out means the newest one that kfaws knows. */
  RELEASE("kubeflow.release", "--release", "the tag of the release of Kubeflow"),
  /** The secret with the database's credentials. */
  RDS_SECRET(
      "rds.secretName",
      "--rds-secret",
      "the secret with the database's user and password, by name or ARN; or import the"
          + " SecretProviderClass that makes mysql-secret too"),
  /** The secret with the access key to the bucket. */
  S3_SECRET(
      "s3.access.staticKeys.secretName",
      "--s3-secret",
      "the secret with the access key to the bucket, by name or ARN, where there is no role"),
  /** The role of Kubeflow Pipelines. */
  PIPELINES_ROLE(
      "s3.access.irsa.roleArn",
      "--pipelines-role",
      "the ARN of the role of service account ml-pipeline; where pipelines use an access key, say"
          + " --s3-secret instead"),
  /** The role that reads the secrets. */
  SECRETS_READER_ROLE(
      "secretsReader.roleArn",
      "--secrets-reader-role",
      "the ARN of the role of service account kubeflow-secrets-manager-sa, which reads the secrets;"
          + " eksctl create iamserviceaccount made it"),
  /** The role of service accounts that read secrets, where nothing that was read names one. */
  READER_ROLE(
      "roles",
      "--reader-role",
      "the ARN of the role of the service accounts that read SecretProviderClasses"),
  /** The owner of profiles that experiments run in, where nothing that was read has them. */
  PROFILE_OWNER("profiles", "--owner", "the user who owns the profiles of experiments");

  private final String path;
  private final String option;
  private final String purpose;

  MissingInput(String path, String option, String purpose) {
    this.path = path;
    this.option = option;
    this.purpose = purpose;
  }

  /** The key in the configuration that it fills, for example {@code cluster.region}. */
  public String path() {
    return path;
  }

  /** What the command line calls it. */
  public String option() {
    return option;
  }

  /** What is to be given, and where it is found. */
  public String purpose() {
    return purpose;
  }

  /** The option as the place of a value that was given by it. */
  public Location location() {
    return Location.of(option);
  }
}
