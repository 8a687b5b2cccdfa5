package io.kfaws.installation;

import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which role a service account takes, as the configuration says it.
 *
 * @param exact the roles of those that are named
 * @param patterns the roles of those that a pattern stands for, in the order of the configuration
 */
public record ServiceAccountRoles(
    Map<ServiceAccount, RoleArn> exact, Map<ServiceAccount, RoleArn> patterns) {
  /** Copies the maps, in their order. */
  public ServiceAccountRoles {
    exact = Collections.unmodifiableMap(new LinkedHashMap<>(exact));
    patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
  }

  /** What a configuration says, of profiles, of {@code roles} and of {@code secretsReader}. */
  public static ServiceAccountRoles of(Installation configuration) {
    Map<ServiceAccount, RoleArn> exact = new LinkedHashMap<>();
    Map<ServiceAccount, RoleArn> patterns = new LinkedHashMap<>();
    for (Profile profile : configuration.profiles()) {
      profile
          .identity()
          .ifPresent(
              identity ->
                  identity
                      .arn(configuration.cluster())
                      .ifPresent(
                          arn ->
                              identity
                                  .serviceAccounts()
                                  .forEach(
                                      name ->
                                          exact.putIfAbsent(
                                              new ServiceAccount(profile.name().text(), name),
                                              arn))));
    }
    for (CustomRole custom : configuration.roles()) {
      for (TrustedAccount trusted : custom.serviceAccounts()) {
        ServiceAccount account = trusted.serviceAccount();
        custom
            .arn(configuration.cluster())
            .ifPresent(arn -> (account.isPattern() ? patterns : exact).putIfAbsent(account, arn));
      }
    }
    configuration
        .secretsReader()
        .ifPresent(reader -> exact.putIfAbsent(SecretsReader.ACCOUNT, reader.roleArn()));
    return new ServiceAccountRoles(exact, patterns);
  }

  /** The role that a service account takes; empty if the configuration gives it none. */
  public Optional<RoleArn> of(ServiceAccount account) {
    return Optional.ofNullable(exact.get(account))
        .or(
            () ->
                patterns.entrySet().stream()
                    .filter(pattern -> pattern.getKey().matches(account))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }
}
