package io.kfaws.identity;

import io.kfaws.aws.ServiceAccount;
import io.kfaws.text.Location;
import io.kfaws.text.Severity;

/**
 * A service account that has to have a role, since its pods use AWS.
 *
 * @param account the service account
 * @param severity how sure that is: said, or only to be seen from something
 * @param location where the wish says or shows it
 * @param path the path there
 * @param why what uses AWS, in words that go before "as …": "the trials use AWS"
 */
public record Need(
    ServiceAccount account, Severity severity, Location location, String path, String why) {}
