package io.kfaws.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.KfawsException;
import io.kfaws.text.Document;
import java.util.List;
import java.util.Optional;

/**
 * An IAM policy document in the language of {@value #VERSION}: a trust policy or a permission
 * policy.
 *
 * @param id its {@code Id}, which only foreign documents have
 * @param statements at least one
 */
public record Policy(Optional<String> id, List<Statement> statements) {
  /** The policy language's current version. */
  public static final String VERSION = "2012-10-17";

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no statement
   */
  public Policy {
    statements = List.copyOf(statements);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a policy without a statement");
    }
  }

  /** A policy without an {@code Id}. */
  public Policy(List<Statement> statements) {
    this(Optional.empty(), statements);
  }

  /**
   * The policy that a document holds, read strictly: a key that IAM does not know, a value that it
   * would refuse, and whatever only resembles a policy are findings. Reading what {@link #json}
   * wrote gives the same policy.
   *
   * @throws KfawsException with all findings, each with its place
   */
  public static Policy read(Document document) {
    return new PolicyReader(document).read();
  }

  /** The document, keys in IAM's order; a list of one is written as the one. */
  public ObjectNode tree() {
    return PolicyJson.tree(this);
  }

  /** The canonical text: two spaces a level, LF, and one at the end. */
  public String json() {
    return PolicyJson.text(tree());
  }

  /**
   * How many characters AWS counts against its quotas: those of the text without white space
   * between its words.
   */
  public int size() {
    return tree().toString().length();
  }
}
