package io.kfaws.installation.rules;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.installation.Installation;
import io.kfaws.installation.S3;
import io.kfaws.installation.S3Access;
import io.kfaws.installation.SecretName;
import io.kfaws.text.Document;
import java.util.List;

/**
 * What the values of a configuration must agree on: region, partition and account, names and
 * subjects.
 */
public final class InstallationRules {
  private final Installation configuration;
  private final ConfigurationFindings findings;

  private InstallationRules(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
  }

  public static List<Diagnostic> check(Installation configuration, Document document) {
    ConfigurationFindings findings = new ConfigurationFindings(document);
    InstallationRules agreement = new InstallationRules(configuration, findings);
    RoleRules roles = new RoleRules(configuration, findings);
    agreement.issuer();
    agreement.additionalIssuers();
    agreement.bucketRegion();
    configuration.s3().map(S3::access).ifPresent(access -> agreement.access(access, roles));
    configuration
        .secretsReader()
        .ifPresent(r -> roles.role(at("secretsReader.roleArn"), r.roleArn()));
    configuration.rds().ifPresent(rds -> agreement.secret("rds.secretName", rds.secretName()));
    new ProfileRules(configuration, findings).check();
    new IdentityRules(configuration, findings, roles).check();
    new SharedRoles(configuration, findings).check();
    new Subjects(configuration, findings).check();
    new SecretRules(configuration, findings).check();
    new ExperimentRules(configuration, findings).check();
    return findings.all();
  }

  private void access(S3Access access, RoleRules roles) {
    if (access instanceof S3Access.Irsa irsa) {
      roles.role(at("s3.access.irsa.roleArn"), irsa.roleArn());
    } else if (access instanceof S3Access.StaticKeys keys) {
      secret("s3.access.staticKeys.secretName", keys.secretName());
    }
  }

  private void issuer() {
    Region issuers = configuration.cluster().oidcIssuer().region();
    Region region = configuration.cluster().region();
    if (!issuers.equals(region)) {
      error(
          "issuer-region-mismatch",
          "cluster.oidcIssuer",
          "the issuer is in " + issuers + ", the cluster in " + region,
          "copy what this prints: aws eks describe-cluster --region "
              + region
              + " --name "
              + configuration.cluster().name()
              + " --query cluster.identity.oidc.issuer");
    }
  }

  private void additionalIssuers() {
    Partition partition = configuration.cluster().region().partition();
    List<OidcIssuer> issuers = configuration.identity().additionalIssuers();
    for (int i = 0; i < issuers.size(); i++) {
      JsonPointer at = at("identity.additionalIssuers").appendIndex(i);
      OidcIssuer issuer = issuers.get(i);
      if (issuer.equals(configuration.cluster().oidcIssuer())) {
        findings.error(
            "duplicate-issuer",
            at,
            "is the issuer of this cluster, which every role trusts already",
            "remove it; additionalIssuers are those of further clusters");
      } else if (!issuer.region().partition().equals(partition)) {
        findings.error(
            "wrong-partition",
            at,
            "the issuer is in partition "
                + issuer.region().partition().id()
                + ", the cluster in "
                + partition.id(),
            "a role trusts issuers of its own partition; a cluster in another one needs roles of"
                + " its own");
      }
    }
  }

  private void bucketRegion() {
    Partition partition = configuration.cluster().region().partition();
    configuration
        .s3()
        .filter(s3 -> !s3.region().partition().equals(partition))
        .ifPresent(
            s3 ->
                error(
                    "wrong-partition",
                    "s3.region",
                    s3.region() + " is in another partition than the cluster's " + partition.id(),
                    "credentials of one partition are worth nothing in another: use a bucket of "
                        + partition.id()));
  }

  /** One region is in the class, so a secret in another one would not be found. */
  private void secret(String path, SecretName secret) {
    Region region = configuration.cluster().region();
    secret
        .region()
        .filter(own -> !own.equals(region))
        .ifPresent(
            own ->
                error(
                    "secret-region-mismatch",
                    path,
                    "the secret is in " + own + ", the cluster in " + region,
                    own.partition().equals(region.partition())
                        ? "replicate the secret to " + region + " and name the replica"
                        : "create the secret in " + region + "; nothing crosses partitions"));
  }

  private void error(String rule, String path, String message, String hint) {
    findings.error(rule, at(path), message, hint);
  }

  private static JsonPointer at(String path) {
    return Document.pointer(path);
  }
}
