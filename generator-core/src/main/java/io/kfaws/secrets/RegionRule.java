package io.kfaws.secrets;

import io.kfaws.aws.Region;
import java.util.List;
import java.util.Optional;

/** The regions of a class: two different ones of one partition (server.go, getAwsRegions). */
final class RegionRule {
  private RegionRule() {}

  static void check(SecretProviderClass provider, List<Violation> violations) {
    if (provider.region().isPresent() && provider.region().equals(provider.failoverRegion())) {
      violations.add(
          SecretRule.SAME_FAILOVER_REGION.at(
              "/failoverRegion",
              "is " + provider.region().get() + ", as is region",
              "write another region, or drop failoverRegion"));
      return;
    }
    Optional<Region> first = provider.region().flatMap(RegionRule::region);
    Optional<Region> second = provider.failoverRegion().flatMap(RegionRule::region);
    if (first.isEmpty() || second.isEmpty()) {
      return;
    }
    if (!first.get().partition().equals(second.get().partition())) {
      violations.add(
          SecretRule.PARTITION_MISMATCH.at(
              "/failoverRegion",
              second.get()
                  + " is in partition "
                  + second.get().partition().id()
                  + ", and region "
                  + first.get()
                  + " in "
                  + first.get().partition().id(),
              "a role is known in its own partition only: write a region of that one"));
    }
  }

  /**
   * The region with this code; absent if the text is not of the form, or of a partition that kfaws
   * does not know, such as aws-iso's {@code us-iso-east-1}.
   */
  static Optional<Region> region(String text) {
    return Region.isOne(text) && !text.startsWith("us-iso")
        ? Optional.of(new Region(text))
        : Optional.empty();
  }
}
