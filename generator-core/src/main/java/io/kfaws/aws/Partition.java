package io.kfaws.aws;

/**
 * An AWS partition: the first field of every ARN, and the DNS suffix of its endpoints.
 *
 * <p>Source: AWS General Reference, "Amazon Resource Names" and "Regional endpoints".
 */
public enum Partition {
  /** The commercial regions. */
  AWS("aws", "amazonaws.com"),
  /** The regions in China, {@code cn-*}. */
  AWS_CN("aws-cn", "amazonaws.com.cn"),
  /** AWS GovCloud (US), {@code us-gov-*}. */
  AWS_US_GOV("aws-us-gov", "amazonaws.com");

  private final String id;
  private final String dnsSuffix;

  Partition(String id, String dnsSuffix) {
    this.id = id;
    this.dnsSuffix = dnsSuffix;
  }

  /** The partition with this id, for example {@code aws-cn}. */
  public static Partition of(String id) {
    for (Partition partition : values()) {
      if (partition.id.equals(id)) {
        return partition;
      }
    }
    throw new IllegalArgumentException("\"" + id + "\" is not aws, aws-cn or aws-us-gov");
  }

  /** The id as it is in an ARN. */
  public String id() {
    return id;
  }

  /** What the host names of its endpoints end with. */
  public String dnsSuffix() {
    return dnsSuffix;
  }
}
