package io.kfaws.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExpression;
import software.amazon.smithy.jmespath.ast.AndExpression;
import software.amazon.smithy.jmespath.ast.BinaryExpression;
import software.amazon.smithy.jmespath.ast.CurrentExpression;
import software.amazon.smithy.jmespath.ast.FieldExpression;
import software.amazon.smithy.jmespath.ast.FunctionExpression;
import software.amazon.smithy.jmespath.ast.IndexExpression;
import software.amazon.smithy.jmespath.ast.LiteralExpression;
import software.amazon.smithy.jmespath.ast.OrExpression;
import software.amazon.smithy.jmespath.ast.Subexpression;

/**
 * A JMESPath expression, and what can be told of it before there is a secret (jmespath.org,
 * "JMESPath Specification"). It knows the specification's own functions, as does the provider's
 * github.com/jmespath/go-jmespath.
 */
final class Expression {
  /** What never gives text; max and min give it for a list of texts, reverse for a text. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "abs",
          "avg",
          "ceil",
          "contains",
          "ends_with",
          "floor",
          "keys",
          "length",
          "map",
          "merge",
          "sort",
          "sort_by",
          "starts_with",
          "sum",
          "to_array",
          "to_number",
          "values");

  /** The most characters of an expression: the parser calls itself for each step and bracket. */
  static final int LONGEST = 1_000;

  private final JmespathExpression parsed;

  private Expression(JmespathExpression parsed) {
    this.parsed = parsed;
  }

  /** The expression; absent if the text is none, or longer than {@link #LONGEST}. */
  static Optional<Expression> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Expression(JmespathExpression.parse(text)));
    } catch (JmespathException e) {
      return Optional.empty();
    }
  }

  /**
   * A step of a plain path.
   *
   * @param text a key, or a place in a list
   * @param isKey which of the two
   */
  record Step(String text, boolean isKey) {}

  /** Its steps, if it is nothing but keys and places in lists, counted from the start. */
  Optional<List<Step>> steps() {
    List<Step> steps = new ArrayList<>();
    return steps(parsed, steps) ? Optional.of(List.copyOf(steps)) : Optional.empty();
  }

  private static boolean steps(JmespathExpression node, List<Step> steps) {
    if (node instanceof FieldExpression field) {
      return steps.add(new Step(field.getName(), true));
    }
    if (node instanceof IndexExpression index) {
      return index.getIndex() >= 0 && steps.add(new Step(String.valueOf(index.getIndex()), false));
    }
    return node instanceof Subexpression path
        && steps(path.getLeft(), steps)
        && steps(path.getRight(), steps);
  }

  /** The first function that is unknown, or has too few or too many arguments; told in a line. */
  Optional<String> wrongFunction() {
    return parsed.lint().getProblems().stream()
        .sorted()
        .map(problem -> problem.message)
        // The others are guesses at the types of what the secret will hold.
        .filter(
            message -> message.contains("Unknown function") || message.contains("but was given"))
        .findFirst();
  }

  /** Whether it is a text itself and reads nothing of the secret. */
  boolean isText() {
    return parsed instanceof LiteralExpression literal && literal.isStringValue();
  }

  /** Whether there is a secret of which it gives text. */
  boolean mayGiveText() {
    return mayGiveText(parsed);
  }

  private static boolean mayGiveText(JmespathExpression node) {
    if (node instanceof Subexpression path) {
      return mayGiveText(path.getRight());
    }
    if (node instanceof OrExpression || node instanceof AndExpression) {
      BinaryExpression either = (BinaryExpression) node;
      return mayGiveText(either.getLeft()) || mayGiveText(either.getRight());
    }
    if (node instanceof FunctionExpression function) {
      return !NO_TEXT.contains(function.getName());
    }
    if (node instanceof LiteralExpression literal) {
      return literal.isStringValue();
    }
    return node instanceof FieldExpression
        || node instanceof IndexExpression
        || node instanceof CurrentExpression;
  }
}
