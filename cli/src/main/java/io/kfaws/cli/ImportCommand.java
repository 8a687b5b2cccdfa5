package io.kfaws.cli;

import io.kfaws.Imported;
import io.kfaws.Kfaws;
import io.kfaws.MissingInput;
import io.kfaws.Overwrite;
import io.kfaws.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kfaws import}: writes the configuration that asks for what others wrote. */
@Command(
    name = "import",
    sortOptions = false,
    description = {
      "Write the configuration that asks for what is already there: a checkout of the AWS"
          + " distribution of Kubeflow, or manifests.",
      "",
      "Of a checkout, which is known by its folder awsconfigs, that folder is read: params.env"
          + " files, SecretProviderClasses, service accounts, profiles. Of other folders, all files"
          + " whose names end with .yaml, .yml, .json or .env: ConfigMap pipeline-install-config,"
          + " SecretProviderClasses, Profiles with"
          + " their Namespaces, ServiceAccounts and contributors' RoleBindings, Experiments, and"
          + " trust policies.",
      "",
      "What was not carried over is reported, each with its place. Credentials are never carried"
          + " over. What the files do not have is asked for all at once."
    },
    footer = {
      "  kfaws import kubeflow-manifests > kfaws.yaml",
      "  kfaws import kubeflow-manifests profiles/ -o kfaws.yaml --cluster-name demo",
      "  kfaws import profiles/ secrets/ trust-policy.json --cluster-name demo",
    })
final class ImportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "A checkout of the AWS distribution, folders and files of manifests.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write the configuration to this file, which must not exist. Default: standard output.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace the file of --output if it exists.")
  private boolean force;

  @Option(
      names = "--cluster-name",
      paramLabel = "NAME",
      description = "The EKS cluster. Default: clusterName of a params.env.")
  private @Nullable String clusterName;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description =
          "The cluster's region. Default: that of its issuer, of the database or of secrets' ARNs.")
  private @Nullable String region;

  @Option(
      names = "--account-id",
      paramLabel = "ID",
      description = "The AWS account. Default: the one that all ARNs name.")
  private @Nullable String accountId;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = "The cluster's OIDC issuer. Default: that of a trust policy.")
  private @Nullable String oidcIssuer;

  @Option(
      names = "--release",
      paramLabel = "TAG",
      description = "The release of Kubeflow. Default: left out, so the newest one.")
  private @Nullable String release;

  @Option(
      names = "--rds-secret",
      paramLabel = "SECRET",
      description =
          "The secret with the database's credentials, by name or ARN. Default: that of the"
              + " SecretProviderClass that makes mysql-secret.")
  private @Nullable String rdsSecret;

  @Option(
      names = "--s3-secret",
      paramLabel = "SECRET",
      description =
          "The secret with the access key to the bucket, by name or ARN: pipelines use it, and no"
              + " role. Default: that of the SecretProviderClass that makes"
              + " mlpipeline-minio-artifact, where service account ml-pipeline has no role.")
  private @Nullable String s3Secret;

  @Option(
      names = "--pipelines-role",
      paramLabel = "ARN",
      description = "The role of pipelines. Default: that of service account ml-pipeline.")
  private @Nullable String pipelinesRole;

  @Option(
      names = "--secrets-reader-role",
      paramLabel = "ARN",
      description =
          "The role that reads the secrets. Default: that of service account"
              + " kubeflow-secrets-manager-sa.")
  private @Nullable String secretsReaderRole;

  @Option(
      names = "--reader-role",
      paramLabel = "ARN",
      description =
          "The role of service accounts outside profiles that read SecretProviderClasses, where"
              + " nothing that was read gives them one. Default: such a class stays behind.")
  private @Nullable String readerRole;

  @Option(
      names = "--owner",
      paramLabel = "USER",
      description =
          "The owner of the profiles of experiments that were read without them. Default: such an"
              + " experiment stays behind.")
  private @Nullable String owner;

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    Imported imported = Kfaws.create().importFrom(paths, given());
    if (output == null) {
      terminal.report(imported.notes());
      terminal.print(imported.configuration().stripTrailing());
    } else {
      Kfaws.write(output, imported.configuration(), force ? Overwrite.FORCE : Overwrite.REFUSE);
      terminal.report(imported.notes());
      terminal.print("written " + Printable.line(output.toString().replace('\\', '/')));
    }
    return ExitCodes.FINE;
  }

  private Map<MissingInput, String> given() {
    Map<MissingInput, String> given = new EnumMap<>(MissingInput.class);
    put(given, MissingInput.CLUSTER_NAME, clusterName);
    put(given, MissingInput.REGION, region);
    put(given, MissingInput.ACCOUNT_ID, accountId);
    put(given, MissingInput.OIDC_ISSUER, oidcIssuer);
    put(given, MissingInput.RELEASE, release);
    put(given, MissingInput.RDS_SECRET, rdsSecret);
    put(given, MissingInput.S3_SECRET, s3Secret);
    put(given, MissingInput.PIPELINES_ROLE, pipelinesRole);
    put(given, MissingInput.SECRETS_READER_ROLE, secretsReaderRole);
    put(given, MissingInput.READER_ROLE, readerRole);
    put(given, MissingInput.PROFILE_OWNER, owner);
    return given;
  }

  private static void put(
      Map<MissingInput, String> given, MissingInput gap, @Nullable String value) {
    if (value != null) {
      given.put(gap, value);
    }
  }
}
