package io.kfaws.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Records as trees, and trees as records: the part of Jackson's data binding that kfaws uses,
 * without the start of the rest, which took a third of a short run.
 *
 * <p>A component is a record, a type of one text ({@link JsonCreator} and {@link JsonValue}), an
 * enum, one of a sealed interface's records (a mapping with one key, the record's name), a tree, a
 * scalar, or an {@code Optional}, list, set or map of these. What is absent is empty, {@code false}
 * or 0; there may be no key that no component has.
 */
public final class Records {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** How a record is made; looked up once for each. */
  private static final ClassValue<Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return Form.of(type);
        }
      };

  /** What makes a type of one text. */
  private static final ClassValue<Optional<Executable>> CREATORS =
      new ClassValue<>() {
        @Override
        protected Optional<Executable> computeValue(Class<?> type) {
          return annotated(type, JsonCreator.class)
              .filter(method -> method.getParameterCount() == 1)
              .map(Executable.class::cast);
        }
      };

  private static final ClassValue<Optional<Method>> VALUES =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return annotated(type, JsonValue.class);
        }
      };

  private final BiConsumer<JsonPointer, Throwable> refusals;

  private Records(BiConsumer<JsonPointer, Throwable> refusals) {
    this.refusals = refusals;
  }

  /**
   * A tree that was validated, as a value of this type.
   *
   * @throws IllegalStateException if the type refuses it
   */
  public static <T> T read(JsonNode tree, Class<T> type) {
    Records reader =
        new Records(
            (at, problem) -> {
              throw new IllegalStateException(type + " refuses \"" + at + "\"", problem);
            });
    @Nullable Object value = reader.value(tree, type, At.ROOT);
    if (value == null) {
      throw misfit(tree, type, At.ROOT);
    }
    return type.cast(value);
  }

  /**
   * A tree that was validated, as a value of this type, of which not every text was.
   *
   * @param refused is called with the place of each text that its type refuses, and with the
   *     reason; the value is incomplete then
   * @throws IllegalStateException if the tree is not of the type's form
   */
  public static <T> @Nullable T read(
      JsonNode tree, Class<T> type, BiConsumer<JsonPointer, Throwable> refused) {
    return type.cast(new Records(refused).value(tree, type, At.ROOT));
  }

  /** A record as a tree; what is absent has no key. */
  public static ObjectNode tree(Record value) {
    return (ObjectNode) tree(value, false);
  }

  /** One of a choice as it is written. */
  public static JsonNode tree(Enum<?> value) {
    return tree(value, false);
  }

  /**
   * A record as a tree; what is absent or empty has no key, unless its component is {@link
   * JsonInclude} {@code ALWAYS}; nor has {@code false} where it is {@code NON_DEFAULT}.
   */
  public static ObjectNode shortTree(Record value) {
    return (ObjectNode) tree(value, true);
  }

  private @Nullable Object value(JsonNode node, Type type, At at) {
    boolean isAbsent = node.isMissingNode() || node.isNull();
    if (type instanceof ParameterizedType generic) {
      return isAbsent ? empty(generic) : several(node, generic, at);
    }
    Class<?> plain = (Class<?>) type;
    if (JsonNode.class.isAssignableFrom(plain)) {
      return plain.isInstance(node) && !node.isMissingNode() ? node : null;
    }
    if (isAbsent) {
      return plain == boolean.class ? (Object) false : plain == int.class ? (Object) 0 : null;
    }
    Optional<Executable> creator = CREATORS.get(plain);
    if (creator.isPresent() && node.isTextual()) {
      return made(creator.get(), at, node.textValue());
    }
    if (plain.isEnum()) {
      return constant(node, plain, at);
    }
    if (plain.isSealed()) {
      return choice(node, plain, at);
    }
    return plain.isRecord() ? object(node, FORMS.get(plain), at) : scalar(node, plain, at);
  }

  private static Object empty(ParameterizedType type) {
    Type raw = type.getRawType();
    if (raw == Optional.class) {
      return Optional.empty();
    }
    return raw == List.class
        ? new ArrayList<>()
        : raw == Set.class
            ? new LinkedHashSet<>()
            : raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
  }

  private Object several(JsonNode node, ParameterizedType type, At at) {
    Type[] parts = type.getActualTypeArguments();
    Object empty = empty(type);
    if (empty instanceof Optional) {
      return Optional.ofNullable(value(node, parts[0], at));
    }
    if (empty instanceof Collection<?> && node.isArray()) {
      @SuppressWarnings("unchecked") // it was made here
      Collection<@Nullable Object> items = (Collection<@Nullable Object>) empty;
      for (int i = 0; i < node.size(); i++) {
        items.add(value(node.get(i), parts[0], new At(at, i)));
      }
      return items;
    }
    if (empty instanceof Map<?, ?> && node.isObject()) {
      @SuppressWarnings("unchecked") // it was made here
      Map<Object, @Nullable Object> entries = (Map<Object, @Nullable Object>) empty;
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        At key = new At(at, entry.getKey());
        Object name = value(TextNode.valueOf(entry.getKey()), parts[0], key);
        if (name != null) {
          entries.put(name, value(entry.getValue(), parts[1], key));
        }
      }
      return entries;
    }
    throw misfit(node, type, at);
  }

  private @Nullable Object object(JsonNode node, Form form, At at) {
    if (!node.isObject()) {
      throw misfit(node, form.type, at);
    }
    @Nullable Object[] arguments = new @Nullable Object[form.parts.size()];
    int known = 0;
    for (int i = 0; i < arguments.length; i++) {
      Part part = form.parts.get(i);
      JsonNode value = node.path(part.name);
      known += value.isMissingNode() ? 0 : 1;
      arguments[i] = value(value, part.type, new At(at, part.name));
    }
    if (known < node.size()) {
      throw misfit(node, form.type, at);
    }
    return made(form.constructor, at, arguments);
  }

  private @Nullable Object choice(JsonNode node, Class<?> type, At at) {
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      String name = keyOf(permitted);
      if (node.size() == 1 && node.has(name)) {
        return value(node.get(name), permitted, new At(at, name));
      }
    }
    throw misfit(node, type, at);
  }

  private static Object constant(JsonNode node, Class<?> type, At at) {
    for (Object constant : type.getEnumConstants()) {
      if (written((Enum<?>) constant).equalsIgnoreCase(node.asText())) {
        return constant;
      }
    }
    throw misfit(node, type, at);
  }

  private static Object scalar(JsonNode node, Class<?> type, At at) {
    if (type == String.class && node.isTextual()) {
      return node.textValue();
    }
    if ((type == boolean.class || type == Boolean.class) && node.isBoolean()) {
      return node.booleanValue();
    }
    if ((type == int.class || type == Integer.class) && node.canConvertToExactIntegral()) {
      return node.bigIntegerValue().intValueExact();
    }
    if (type == BigDecimal.class && node.isNumber()) {
      return node.decimalValue();
    }
    throw misfit(node, type, at);
  }

  private @Nullable Object made(Executable maker, At at, @Nullable Object... arguments) {
    try {
      return maker instanceof Method method
          ? method.invoke(null, arguments)
          : ((Constructor<?>) maker).newInstance(arguments);
    } catch (InvocationTargetException e) {
      refusals.accept(at.pointer(), e.getCause());
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(maker + " cannot be called", e);
    }
  }

  private static IllegalStateException misfit(JsonNode node, Type type, At at) {
    return new IllegalStateException(
        "\"" + at.pointer() + "\" is " + Formatted.kind(node) + " that is no " + type);
  }

  private static JsonNode tree(@Nullable Object value, boolean isShort) {
    if (value == null) {
      return MissingNode.getInstance();
    }
    if (value instanceof Optional<?> optional) {
      return tree(optional.orElse(null), isShort);
    }
    if (value instanceof JsonNode node) {
      return node.deepCopy();
    }
    if (value instanceof Collection<?> items) {
      ArrayNode list = NODES.arrayNode();
      items.forEach(item -> list.add(tree(item, isShort)));
      return list;
    }
    if (value instanceof Map<?, ?> entries) {
      ObjectNode mapping = NODES.objectNode();
      entries.forEach((key, item) -> mapping.set(tree(key, isShort).asText(), tree(item, isShort)));
      return mapping;
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof BigDecimal number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    Optional<Method> text = VALUES.get(value.getClass());
    if (text.isPresent()) {
      return NODES.textNode(String.valueOf(called(text.get(), value)));
    }
    if (value instanceof Enum<?> constant) {
      return NODES.textNode(written(constant));
    }
    return value instanceof Record object
        ? object(object, isShort)
        : NODES.textNode(String.valueOf(value));
  }

  private static ObjectNode object(Record value, boolean isShort) {
    ObjectNode mapping = NODES.objectNode();
    for (Part part : FORMS.get(value.getClass()).parts) {
      JsonNode tree = tree(called(part.accessor, value), isShort);
      if (!tree.isMissingNode() && !(isShort && part.isLeftOut(tree))) {
        mapping.set(part.name, tree);
      }
    }
    return Arrays.stream(value.getClass().getInterfaces()).anyMatch(Class::isSealed)
        ? NODES.objectNode().set(keyOf(value.getClass()), mapping)
        : mapping;
  }

  private static @Nullable Object called(Method method, Object on) {
    try {
      return method.invoke(on);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }

  private static String keyOf(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** An enum's constant as trees have it. */
  private static String written(Enum<?> constant) {
    try {
      JsonProperty name =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return name == null ? constant.name() : name.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(constant + " is no constant of its own type", e);
    }
  }

  private static Optional<Method> annotated(Class<?> type, Class<? extends Annotation> by) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(by))
        .peek(method -> method.setAccessible(true))
        .findFirst();
  }

  /** A place in the tree that is read; it becomes a pointer when somebody asks. */
  private record At(@Nullable At parent, Object name) {
    static final At ROOT = new At(null, "");

    JsonPointer pointer() {
      return parent == null
          ? JsonPointer.empty()
          : parent.pointer().appendProperty(String.valueOf(name));
    }
  }

  /** A record's components and what makes one of them. */
  private record Form(Class<?> type, List<Part> parts, Constructor<?> constructor) {
    static Form of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Form(type, Arrays.stream(components).map(Part::of).toList(), constructor);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " has no canonical constructor", e);
      }
    }
  }

  private record Part(
      String name, Type type, Method accessor, JsonInclude.@Nullable Include include) {
    static Part of(RecordComponent component) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      @Nullable JsonInclude include =
          ((AnnotatedElement) accessor).getAnnotation(JsonInclude.class);
      return new Part(
          component.getName(),
          component.getGenericType(),
          accessor,
          include == null ? null : include.value());
    }

    boolean isLeftOut(JsonNode tree) {
      // An option that is there is not absent, whatever is in it.
      boolean isOption = accessor.getReturnType() == Optional.class;
      if (type instanceof ParameterizedType && !isOption) {
        return tree.isEmpty() && include != JsonInclude.Include.ALWAYS;
      }
      return include == JsonInclude.Include.NON_DEFAULT && !tree.asBoolean();
    }
  }
}
