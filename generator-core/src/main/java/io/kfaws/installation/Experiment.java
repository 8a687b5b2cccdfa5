package io.kfaws.installation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An experiment of Katib that the configuration asks for. Exactly one of {@code spec}, {@code file}
 * and {@code template} is there; what it comes to is validated where the plan is made.
 *
 * @param name its name, at most 40 characters
 * @param profile the profile in whose namespace it runs
 * @param spec the experiment's spec, in short or written out: as it is written, not validated yet
 * @param file the file that holds it, relative to the configuration
 * @param template the library's template that it is made of
 * @param serviceAccount who its trials' pods are, unless their template says it
 * @param needsAws whether its trials use AWS, so that their service account must have a role
 */
public record Experiment(
    String name,
    DnsLabel profile,
    Optional<ObjectNode> spec,
    Optional<String> file,
    Optional<ExperimentTemplate> template,
    String serviceAccount,
    boolean needsAws) {

  /** Copies the tree. */
  public Experiment {
    spec = spec.map(ObjectNode::deepCopy);
  }

  /** A copy of the spec: trees change, records do not. */
  @Override
  public Optional<ObjectNode> spec() {
    return spec.map(ObjectNode::deepCopy);
  }
}
