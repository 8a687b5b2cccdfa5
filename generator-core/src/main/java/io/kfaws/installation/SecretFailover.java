package io.kfaws.installation;

import io.kfaws.aws.KmsKeyArn;
import java.util.Optional;

/**
 * What an object is called in the failover region (AWS provider, {@code failoverObject}).
 *
 * @param objectName the secret's or parameter's name or full ARN
 * @param objectVersion its version
 * @param objectVersionLabel its version's label
 * @param kmsKeyArn the customer managed key that encrypts it there, if one does
 */
public record SecretFailover(
    SourceName objectName,
    Optional<String> objectVersion,
    Optional<String> objectVersionLabel,
    Optional<KmsKeyArn> kmsKeyArn) {}
