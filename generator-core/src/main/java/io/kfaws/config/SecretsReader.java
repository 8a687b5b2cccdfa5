package io.kfaws.config;

import io.kfaws.aws.RoleArn;

/**
 * Who reads the secrets out of Secrets Manager: ServiceAccount {@code kubeflow-secrets-manager-sa}.
 *
 * @param roleArn its IRSA role
 */
public record SecretsReader(RoleArn roleArn) {}
