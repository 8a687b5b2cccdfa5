package io.kfaws.secrets;

import java.util.Optional;

/**
 * What an object is called in the failover region (AWS provider, {@code failoverObject}).
 *
 * @param objectName the secret's or parameter's name or full ARN
 * @param objectVersion its version; it must be that of the first region
 * @param objectVersionLabel its version's label
 */
public record FailoverObject(
    String objectName, Optional<String> objectVersion, Optional<String> objectVersionLabel) {}
