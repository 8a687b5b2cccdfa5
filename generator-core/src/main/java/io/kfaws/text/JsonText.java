package io.kfaws.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A tree as JSON in one form: two spaces a level and one item or entry a line, or all on one line;
 * the order of the tree, LF and none at the end. Scalars are as {@link YamlScalar#quoted} writes
 * them, so YAML readers take it for the same thing.
 */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StringBuilder text = new StringBuilder();

  /** Whether all is on one line. */
  private final boolean isLine;

  private JsonText(boolean isLine) {
    this.isLine = isLine;
  }

  /** The tree on as many lines as it takes. */
  public static String of(JsonNode tree) {
    return new JsonText(false).written(tree);
  }

  /** The tree on one line. */
  public static String line(JsonNode tree) {
    return new JsonText(true).written(tree);
  }

  /**
   * The tree of a JSON text; of a key that is there twice, the last. Without a place for anything:
   * for texts of our own, and of programs.
   *
   * @throws JsonProcessingException if it is none
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return parser.nextToken() == null ? MissingNode.getInstance() : value(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be read from memory", e);
    }
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode mapping = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          mapping.set(name, value(parser));
        }
        yield mapping;
      }
      case START_ARRAY -> {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.INT
              ? NODES.numberNode(parser.getIntValue())
              : NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.booleanNode(parser.getBooleanValue());
    };
  }

  private String written(JsonNode tree) {
    write(tree, 0);
    return text.toString();
  }

  private void write(JsonNode value, int depth) {
    if (value.isContainerNode() && value.isEmpty()) {
      text.append(value.isObject() ? "{}" : "[]");
    } else if (value.isObject()) {
      text.append('{');
      boolean isFirst = true;
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        begin(isFirst, depth + 1);
        isFirst = false;
        text.append(YamlScalar.quoted(entry.getKey())).append(": ");
        write(entry.getValue(), depth + 1);
      }
      newLine(depth);
      text.append('}');
    } else if (value.isArray()) {
      text.append('[');
      for (int i = 0; i < value.size(); i++) {
        begin(i == 0, depth + 1);
        write(value.get(i), depth + 1);
      }
      newLine(depth);
      text.append(']');
    } else {
      text.append(value.isTextual() ? YamlScalar.quoted(value.textValue()) : value.asText());
    }
  }

  private void begin(boolean isFirst, int depth) {
    if (!isFirst) {
      text.append(isLine ? ", " : ",");
    }
    newLine(depth);
  }

  private void newLine(int depth) {
    if (!isLine) {
      text.append('\n').append("  ".repeat(depth));
    }
  }
}
