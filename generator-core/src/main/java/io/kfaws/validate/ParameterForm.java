package io.kfaws.validate;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.kfaws.aws.BucketName;
import io.kfaws.aws.Region;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the value of a parameter looks like, as the configuration's value types have it. */
public enum ParameterForm {
  /** A DNS name in lower case with a dot in it: no scheme, port or path. */
  HOST("a host name without scheme, port or path", "kubeflow-db.example.com"),
  /** A TCP port, 1 to 65535. */
  PORT("a port, 1 to 65535", "3306"),
  /** A MySQL database that needs no quotes. */
  DATABASE("the name of a database: letters, digits and underscores, at most 64", "metadb"),
  /** An S3 bucket. */
  BUCKET("the name of a bucket", "kf-artifacts-012345678901"),
  /** An AWS region. */
  REGION("an AWS region", "us-west-2"),
  /** An S3 URL: a bucket, and perhaps a path. */
  S3_URL("an S3 URL", "s3://kf-artifacts-012345678901/v2/artifacts");

  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern PORT_NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9!_.*'()-]+)*/?");
  private static final int LAST_PORT = 65_535;
  private static final String SCHEME = "s3://";

  private final String words;
  private final String example;

  ParameterForm(String words, String example) {
    this.words = words;
    this.example = example;
  }

  /** The form of this name in the data: {@code s3-url}. */
  @JsonCreator
  static ParameterForm named(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /** What it is, with its article. */
  String words() {
    return words;
  }

  /** A value that has it. */
  String example() {
    return example;
  }

  /** Whether a value has the form. */
  public boolean holds(String value) {
    return switch (this) {
      case HOST -> HOST_NAME.matcher(value).matches();
      case PORT -> PORT_NUMBER.matcher(value).matches() && Integer.parseInt(value) <= LAST_PORT;
      case DATABASE -> DATABASE_NAME.matcher(value).matches();
      case BUCKET -> isBucket(value);
      case REGION -> isRegion(value);
      case S3_URL -> isUrl(value);
    };
  }

  private static boolean isBucket(String value) {
    try {
      return !BucketName.of(value).text().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isRegion(String value) {
    try {
      return !Region.of(value).text().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isUrl(String value) {
    if (!value.startsWith(SCHEME)) {
      return false;
    }
    String rest = value.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    return isBucket(bucket) && PATH.matcher(rest.substring(bucket.length())).matches();
  }
}
