package io.kfaws.secrets;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A class that somebody else wrote, as the driver and the AWS provider decode it: the same tree in
 * the words of the schemas, with the places of the file.
 *
 * <p>Sources: aws/secrets-store-csi-driver-provider-aws at a74182c, {@code
 * provider/secret_descriptor.go}, which reads {@code objects} with sigs.k8s.io/yaml 1.6.0: keys in
 * any letter case, a number or boolean where a text is expected as that text, null and empty text
 * as absent, the service from an ARN. {@code server/server.go}: an empty parameter is absent.
 * kubernetes-sigs/secrets-store-csi-driver at 0aad886, {@code pkg/util/secretutil/secret.go}:
 * spaces around the names of {@code data} do not count.
 */
public final class ClassDecoder {
  private static final String NAME = "objectName";
  private static final String TYPE = "objectType";
  private static final int MAX_DIGITS = 308;

  /** What the provider knows of an object, of its parts, and of its twin in the second region. */
  private static final Shape OBJECT =
      new Shape(
          Set.of(
              NAME, TYPE, "objectAlias", "objectVersion", "objectVersionLabel", "filePermission"),
          Map.of(
              "jmesPath",
              new Shape(Set.of("path", "objectAlias", "filePermission"), Map.of()),
              "failoverObject",
              new Shape(Set.of(NAME, "objectVersion", "objectVersionLabel"), Map.of())));

  private final Places written;
  private final Places.Assembly places = new Places.Assembly();

  private ClassDecoder(Places written) {
    this.written = written;
    places.put(JsonPointer.empty(), written);
  }

  /**
   * A mapping that Go decodes into a struct.
   *
   * @param texts its keys with texts
   * @param below its keys with structs, or lists of them
   */
  private record Shape(Set<String> texts, Map<String, Shape> below) {
    /** The key as the struct has it; a key that it does not have, as it is. */
    String key(String key) {
      return texts.contains(key) || below.containsKey(key)
          ? key
          : texts.stream()
              .filter(key::equalsIgnoreCase)
              .findFirst()
              .or(() -> below.keySet().stream().filter(key::equalsIgnoreCase).findFirst())
              .orElse(key);
    }
  }

  /** A SecretProviderClass, its {@code parameters.objects} still a text. */
  public static Document manifest(Document received) {
    JsonNode root = received.root().deepCopy();
    if (root.path("spec") instanceof ObjectNode spec) {
      if (spec.path("parameters") instanceof ObjectNode parameters) {
        parameters.properties().removeIf(entry -> isEmptyText(entry.getValue()));
      }
      spec.path("secretObjects").forEach(secret -> secret.path("data").forEach(ClassDecoder::trim));
    }
    return new Document(received.source(), root, received.places());
  }

  private static void trim(JsonNode key) {
    if (key instanceof ObjectNode entry) {
      entry.properties().forEach(named -> named.setValue(map(named.getValue(), String::strip)));
    }
  }

  private static JsonNode map(JsonNode node, UnaryOperator<String> change) {
    return node.isTextual() ? TextNode.valueOf(change.apply(node.textValue())) : node;
  }

  /** The list inside of {@code parameters.objects}. */
  public static Document objects(Document inside) {
    ClassDecoder decoder = new ClassDecoder(inside.places());
    JsonPointer root = JsonPointer.empty();
    JsonNode decoded = decoder.list(inside.root(), OBJECT, root, root);
    return new Document(inside.source(), decoded, decoder.places);
  }

  /** What is no list, or an item that is no mapping, is for the schema to refuse. */
  private JsonNode list(JsonNode node, Shape shape, JsonPointer at, JsonPointer from) {
    if (!node.isArray()) {
      return node;
    }
    ArrayNode decoded = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < node.size(); i++) {
      decoded.add(struct(node.get(i), shape, at.appendIndex(i), from.appendIndex(i)));
    }
    return decoded;
  }

  /**
   * @param at where the node is now
   * @param from where it was written
   */
  private JsonNode struct(JsonNode node, Shape shape, JsonPointer at, JsonPointer from) {
    if (!node.isObject()) {
      return node;
    }
    ObjectNode decoded = JsonNodeFactory.instance.objectNode();
    // Go sees the keys sorted; of two that mean one field, the last one wins.
    Map<String, JsonNode> entries = new TreeMap<>();
    node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    entries.forEach(
        (name, value) -> {
          String key = shape.key(name);
          JsonPointer to = at.appendProperty(key);
          JsonPointer origin = from.appendProperty(name);
          if (!name.equals(key)) {
            places.put(to, origin, written);
          }
          JsonNode read = value(value, key, shape, to, origin);
          if (read.isNull() || isEmptyText(read) || isAbsent(key, read)) {
            decoded.remove(key);
          } else {
            decoded.set(key, read);
          }
        });
    if (shape.texts.contains(TYPE) && !decoded.has(TYPE)) {
      JsonNode second = decoded.path("failoverObject").path(NAME);
      ofArn(decoded.path(NAME))
          .filter(type -> second.isMissingNode() || ofArn(second).isPresent())
          .ifPresent(type -> decoded.put(TYPE, type.text()));
    }
    return decoded;
  }

  /** What the provider takes a name for that no type is beside; of two names both have to say. */
  private static Optional<ObjectType> ofArn(JsonNode name) {
    return Arn.of(name.asText()).flatMap(Arn::type);
  }

  private JsonNode value(
      JsonNode value, String key, Shape shape, JsonPointer at, JsonPointer from) {
    if (shape.texts.contains(key)) {
      return text(value);
    }
    Optional<Shape> below = Optional.ofNullable(shape.below.get(key));
    if (below.isEmpty()) {
      return value;
    }
    return value.isArray()
        ? list(value, below.get(), at, from)
        : struct(value, below.get(), at, from);
  }

  private static JsonNode text(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      // A number of Go's has fewer digits; another is no text to it, either.
      return Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
          ? value
          : TextNode.valueOf(number.stripTrailingZeros().toPlainString());
    }
    return value.isBoolean() ? TextNode.valueOf(value.asText()) : value;
  }

  private static boolean isEmptyText(JsonNode value) {
    return value.isTextual() && value.textValue().isEmpty();
  }

  /** A second object without a name is none; a list of no parts, either. */
  private static boolean isAbsent(String key, JsonNode value) {
    return switch (key) {
      case "failoverObject" -> value.isObject() && !value.has(NAME);
      case "jmesPath" -> value.isArray() && value.isEmpty();
      default -> false;
    };
  }
}
