package io.kfaws.iam;

import java.util.regex.Pattern;

/**
 * What permits too much to be written without a word: all actions, all actions of a service, all
 * resources, all buckets. {@code s3:Get*} is not of it, nor is all of one bucket.
 */
public final class Broad {
  private static final Pattern ACTION = Pattern.compile("(?:[^:]+:)?[*?]*\\*[*?]*");

  /** A bucket's ARN names neither region nor account, so a wildcard stands for everybody's. */
  private static final Pattern RESOURCE =
      Pattern.compile("(?:arn:[^:]*:s3:[^:]*:[^:]*:)?[*?]*\\*[*?]*(?:/[*?]+)?");

  private Broad() {}

  /** Whether an action stands for all actions, or all of a service. */
  public static boolean isAction(String action) {
    return ACTION.matcher(action).matches();
  }

  /** Whether a resource stands for everything, or for every bucket. */
  public static boolean isResource(String resource) {
    return RESOURCE.matcher(resource).matches();
  }
}
