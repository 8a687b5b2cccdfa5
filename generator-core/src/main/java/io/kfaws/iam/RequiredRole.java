package io.kfaws.iam;

import io.kfaws.Location;
import io.kfaws.Severity;
import io.kfaws.aws.ServiceAccount;
import java.util.function.Supplier;

/**
 * A service account that has to have a role, since its pods use AWS.
 *
 * @param account the service account
 * @param severity how sure that is: said, or only to be seen from something
 * @param place where the configuration says or shows it
 * @param path the path there
 * @param why what uses AWS, in words that go before "as …": "the trials use AWS"
 */
public record RequiredRole(
    ServiceAccount account, Severity severity, Supplier<Location> place, String path, String why) {

  /** Where the configuration says or shows it. */
  Location location() {
    return place.get();
  }
}
