package io.kfaws.iam;

import io.kfaws.Location;
import io.kfaws.Severity;
import io.kfaws.aws.ServiceAccount;

/**
 * A service account that has to have a role, since its pods use AWS.
 *
 * @param account the service account
 * @param severity how sure that is: said, or only to be seen from something
 * @param location where the configuration says or shows it
 * @param path the path there
 * @param why what uses AWS, in words that go before "as …": "the trials use AWS"
 */
public record RequiredRole(
    ServiceAccount account, Severity severity, Location location, String path, String why) {}
