package io.kfaws.installation;

import io.kfaws.aws.BucketName;
import io.kfaws.aws.Region;

/**
 * The S3 bucket that replaces the object store inside the cluster.
 *
 * @param bucket the bucket of pipelines' artifacts; it must exist
 * @param region the bucket's region
 * @param endpoint the host that serves it, without scheme
 * @param access how pods prove who they are
 */
public record S3(BucketName bucket, Region region, HostName endpoint, S3Access access) {}
