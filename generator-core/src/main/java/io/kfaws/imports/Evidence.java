package io.kfaws.imports;

import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.aws.OidcProvider;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What values tell of the cluster that they were written for: ARNs name accounts and regions, the
 * host of a database its region, a trust policy the issuer. Not for use by several threads.
 */
final class Evidence {
  private static final Pattern ARN =
      Pattern.compile("arn:(?:aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):([0-9]{12}):\\S+");

  private static final Pattern RDS_HOST =
      Pattern.compile("[a-z0-9.-]+\\.([a-z0-9-]+-[0-9]+)\\.rds\\.amazonaws\\.com(?:\\.cn)?");

  private static final Pattern ISSUER =
      Pattern.compile("oidc\\.eks\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/id/[0-9A-F]{32}");

  /** The services whose resources lie where the cluster is, as a rule. */
  private static final Pattern NEAR = Pattern.compile("secretsmanager|ssm|eks|rds");

  private final Map<MissingInput, SortedMap<String, Location>> values =
      new EnumMap<>(MissingInput.class);

  /** Looks at a value. */
  void look(String value, Location at) {
    Matcher arn = ARN.matcher(value);
    if (arn.matches()) {
      found(MissingInput.ACCOUNT_ID, arn.group(3), at);
      if (NEAR.matcher(arn.group(1)).matches() && !arn.group(2).isEmpty()) {
        found(MissingInput.REGION, arn.group(2), at);
      }
      OidcProvider.of(value).ifPresent(provider -> issuer(provider.host(), at));
    }
    Matcher host = RDS_HOST.matcher(value);
    if (host.matches()) {
      found(MissingInput.REGION, host.group(1), at);
    }
  }

  private void issuer(String host, Location at) {
    Matcher issuer = ISSUER.matcher(host);
    if (issuer.matches()) {
      found(MissingInput.OIDC_ISSUER, "https://" + host, at);
      found(MissingInput.REGION, issuer.group(1), at);
    }
  }

  /** A value that tells a gap's own. */
  void found(MissingInput gap, String value, Location at) {
    values.computeIfAbsent(gap, g -> new TreeMap<>()).putIfAbsent(value, at);
  }

  /** All that was found for a gap, with the first place of each. */
  SortedMap<String, Location> all(MissingInput gap) {
    return Optional.ofNullable(values.get(gap)).orElseGet(TreeMap::new);
  }
}
