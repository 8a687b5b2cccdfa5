package io.kfaws.aws;

import io.kfaws.text.Data;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An AWS partition: the first field of every ARN, its regions, and the DNS suffixes of its
 * endpoints ({@code overlays/partitions.yaml}).
 *
 * @param id the id as it is in an ARN
 * @param regions a pattern of the codes of its regions
 * @param dnsSuffix what the host names of its endpoints end with
 * @param dualStackDnsSuffix what those end with that have IPv6, too
 */
public record Partition(String id, String regions, String dnsSuffix, String dualStackDnsSuffix) {
  private record Partitions(List<Partition> partitions) {}

  private static final List<Partition> ALL =
      List.copyOf(Data.read("overlays/partitions.yaml", Partitions.class).partitions());

  private static final Map<String, Pattern> REGIONS =
      ALL.stream()
          .collect(Collectors.toUnmodifiableMap(Partition::id, it -> Pattern.compile(it.regions)));

  /** The commercial regions. */
  public static final Partition AWS = of("aws");

  /** The regions in China, {@code cn-*}. */
  public static final Partition AWS_CN = of("aws-cn");

  /** AWS GovCloud (US), {@code us-gov-*}. */
  public static final Partition AWS_US_GOV = of("aws-us-gov");

  /** The partition with this id, for example {@code aws-cn}. */
  public static Partition of(String id) {
    return ALL.stream()
        .filter(partition -> partition.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"" + id + "\" is no partition of AWS"));
  }

  /** All partitions, in the order in which a region is looked up. */
  static List<Partition> all() {
    return ALL;
  }

  /** Whether a region's code is of this partition's form. */
  boolean hasRegion(String code) {
    return Objects.requireNonNull(REGIONS.get(id)).matcher(code).matches();
  }

  /** The ids as alternatives of a pattern, without a group around them. */
  public static String ids() {
    return ALL.stream().map(Partition::id).collect(Collectors.joining("|"));
  }

  @Override
  public String toString() {
    return id;
  }
}
