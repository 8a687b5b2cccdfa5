package io.kfaws.secrets;

import java.util.Optional;

/**
 * A part of a secret that is JSON, mounted as a file of its own (AWS provider, {@code jmesPath}).
 *
 * @param path the JMESPath expression; it has to lead to text
 * @param objectAlias the file's name
 * @param filePermission the file's mode, four octal digits such as {@code 0400}; absent: that of
 *     the whole object
 */
public record JmesPath(String path, String objectAlias, Optional<String> filePermission) {}
