package io.kfaws.installation;

import io.kfaws.aws.AccountId;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.Region;

/**
 * The EKS cluster that Kubeflow runs on.
 *
 * @param name its name in EKS
 * @param region its region
 * @param accountId the account that owns it
 * @param oidcIssuer its OpenID Connect issuer, on which every trust policy rests
 */
public record Cluster(
    ClusterName name, Region region, AccountId accountId, OidcIssuer oidcIssuer) {}
