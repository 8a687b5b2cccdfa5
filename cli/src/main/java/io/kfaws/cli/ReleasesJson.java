package io.kfaws.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Capability;
import io.kfaws.Release;
import java.util.List;
import java.util.Locale;

/** The releases as other programs read them: the form that the help of {@code --json} tells. */
final class ReleasesJson {

  private ReleasesJson() {}

  static String print(List<Release> releases) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    releases.forEach(release -> add(array.addObject(), release, release.equals(releases.get(0))));
    return Json.print(array);
  }

  private static void add(ObjectNode object, Release release, boolean isDefault) {
    object.put("release", release.release());
    object.put("default", isDefault);
    object.put("title", release.title());
    ArrayNode serves = object.putArray("serves");
    release.serves().forEach(serves::add);
    object.put("base", release.base());
    ObjectNode versions = object.putObject("versions");
    release.versions().forEach(versions::put);
    ObjectNode capabilities = object.putObject("capabilities");
    release.capabilities().forEach((path, can) -> add(capabilities.putObject(path), can));
  }

  private static void add(ObjectNode object, Capability can) {
    object.put("status", status(can.status()));
    object.put("note", can.note());
    can.wayOut().ifPresent(way -> object.put("wayOut", way));
  }

  /** The status as descriptors write it. */
  static String status(Capability.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
