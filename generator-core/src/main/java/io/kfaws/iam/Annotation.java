package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Location;
import io.kfaws.aws.RoleArn;
import io.kfaws.kube.Manifest;
import io.kfaws.text.Document;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a generated file tells a service account which role it takes: the annotation of a
 * ServiceAccount or of its patch, or the plugin of a Profile, by which the profile controller
 * annotates {@code default-editor}.
 *
 * @param role the role; absent where the text is no ARN of one, which is a finding of the graph
 * @param manifest the object
 * @param at where the ARN is in it
 * @param audience what the pods' tokens are made for, where the object says it
 */
public record Annotation(
    Optional<RoleArn> role, Manifest manifest, JsonPointer at, Optional<String> audience) {

  /** Where the ARN is; the file is read again for that. */
  public Location location() {
    return manifest.at(at);
  }

  /** The ARN's key. */
  public String path() {
    return Document.path(at);
  }

  /** By what it says and where; the object is told by its file. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Annotation that
        && manifest.file().equals(that.manifest.file())
        && at.equals(that.at)
        && role.equals(that.role)
        && audience.equals(that.audience);
  }

  @Override
  public int hashCode() {
    return Objects.hash(manifest.file(), at, role, audience);
  }
}
