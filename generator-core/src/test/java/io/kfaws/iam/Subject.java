package io.kfaws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A subject of a trust policy's statement, to be bent. */
record Subject(ObjectNode statement, String operator, String key, int index) {
  ObjectNode keys() {
    return (ObjectNode) statement.path("Condition").path(operator);
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    JsonNode values = keys().path(key);
    (values.isArray() ? values : List.of(values)).forEach(it -> all.add(it.asText()));
    return all;
  }

  String text() {
    return all().get(index);
  }

  boolean several() {
    return all().size() > 1;
  }

  void write(List<String> subjects) {
    ArrayNode list = keys().putArray(key);
    subjects.forEach(list::add);
  }

  void replace(String old, String by) {
    List<String> all = all();
    all.set(index, text().replaceFirst(old, by));
    write(all);
  }

  void rename(String suffix) {
    replace("$", suffix);
  }

  void remove() {
    List<String> all = all();
    all.remove(index);
    write(all);
  }

  void removeAll() {
    keys().remove(key);
    dropEmpty(statement);
  }

  void add(String subject) {
    List<String> all = all();
    all.add(subject);
    write(all);
  }

  /** Compares all subjects beside it by another operator. */
  void by(String other) {
    JsonNode values = keys().remove(key);
    dropEmpty(statement);
    ((ObjectNode) statement.path("Condition")).withObject("/" + other).set(key, values);
  }

  /** All subjects of these statements. */
  static List<Subject> of(List<ObjectNode> statements) {
    List<Subject> subjects = new ArrayList<>();
    for (ObjectNode statement : statements) {
      for (Map.Entry<String, JsonNode> operator : statement.path("Condition").properties()) {
        for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
          if (key.getKey().endsWith(":sub")) {
            for (int i = 0; i < Math.max(1, key.getValue().size()); i++) {
              subjects.add(new Subject(statement, operator.getKey(), key.getKey(), i));
            }
          }
        }
      }
    }
    return subjects;
  }

  static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** IAM takes no operator that compares nothing. */
  static void dropEmpty(ObjectNode statement) {
    ObjectNode conditions = (ObjectNode) statement.path("Condition");
    names(conditions).stream()
        .filter(operator -> conditions.path(operator).isEmpty())
        .forEach(conditions::remove);
  }
}
