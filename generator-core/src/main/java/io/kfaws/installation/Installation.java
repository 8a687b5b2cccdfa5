package io.kfaws.installation;

import java.util.List;
import java.util.Optional;

/**
 * The configuration, whole: one Kubeflow installation and the AWS resources that hold its state.
 * Whatever the user left out and has a default is filled in.
 *
 * <p>Each accessor's path is the key's path in {@code kfaws.yaml}.
 *
 * @param apiVersion always {@value #API_VERSION}
 * @param kind always {@value #KIND}
 * @param metadata what the installation is called
 * @param kubeflow which Kubeflow it is
 * @param overlays the overlays to generate, in the order of the configuration; empty: the one that
 *     uses what the configuration describes
 * @param cluster where it runs
 * @param rds where its databases are, if outside the cluster
 * @param s3 where its artifacts are, if outside the cluster
 * @param secretsReader who reads its secrets, if it has any
 * @param secretDelivery how secrets get into the cluster
 * @param secrets what else is read from AWS into namespaces, in the order of the configuration
 * @param identity what every role for service accounts has in common
 * @param roles the roles for service accounts that are not kfaws' own
 * @param profileDefaults what profiles have in common; merged into them already
 * @param profiles its profiles, in the order of the configuration
 * @param experiments Katib's experiments in them, in the order of the configuration
 */
public record Installation(
    String apiVersion,
    String kind,
    Metadata metadata,
    Kubeflow kubeflow,
    List<String> overlays,
    Cluster cluster,
    Optional<Rds> rds,
    Optional<S3> s3,
    Optional<SecretsReader> secretsReader,
    SecretDelivery secretDelivery,
    List<SecretEntry> secrets,
    Identity identity,
    List<CustomRole> roles,
    Optional<ProfileDefaults> profileDefaults,
    List<Profile> profiles,
    List<Experiment> experiments) {

  /** The version of the configuration's format. */
  public static final String API_VERSION = "kfaws.io/v1alpha1";

  /** The kind of the one document a configuration is. */
  public static final String KIND = "Installation";

  /** Copies the lists. */
  public Installation {
    overlays = List.copyOf(overlays);
    secrets = List.copyOf(secrets);
    roles = List.copyOf(roles);
    profiles = List.copyOf(profiles);
    experiments = List.copyOf(experiments);
  }

  /** The same configuration for another release; a base of the user's own stays. */
  public Installation on(ReleaseName release) {
    return new Installation(
        apiVersion,
        kind,
        metadata,
        new Kubeflow(
            release, kubeflow.base(), kubeflow.sampleProfile(), kubeflow.katibAlgorithms()),
        overlays,
        cluster,
        rds,
        s3,
        secretsReader,
        secretDelivery,
        secrets,
        identity,
        roles,
        profileDefaults,
        profiles,
        experiments);
  }

  /**
   * What the installation is called.
   *
   * @param name a name for people and for generated names
   */
  public record Metadata(DnsLabel name) {}

  /**
   * Which Kubeflow.
   *
   * @param release the release of kubeflow/manifests
   * @param base the base of the overlay; absent: the release's own {@code example}
   * @param sampleProfile what becomes of the profile that the base brings
   * @param katibAlgorithms the algorithms that its katib-config names beyond Katib's own
   */
  public record Kubeflow(
      ReleaseName release,
      Optional<Base> base,
      SampleProfile sampleProfile,
      List<String> katibAlgorithms) {

    /** Copies the list. */
    public Kubeflow {
      katibAlgorithms = List.copyOf(katibAlgorithms);
    }
  }
}
