package io.kfaws.identity;

import io.kfaws.aws.RoleArn;
import io.kfaws.text.Location;
import java.util.Optional;

/**
 * Where a generated file tells a service account which role it takes: the annotation of a
 * ServiceAccount or of its patch, or the plugin of a Profile, by which the profile controller
 * annotates {@code default-editor}.
 *
 * @param role the role; absent where the text is no ARN of one, which is a finding of the graph
 * @param location where the ARN stands
 * @param path the ARN's key
 * @param audience what the pods' tokens are made for, where the object says it
 */
public record Annotation(
    Optional<RoleArn> role, Location location, String path, Optional<String> audience) {}
