package io.kfaws.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import io.kfaws.text.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads schemas, also for networknt, whose own reader starts all of Jackson's data binding. */
final class SchemaReader implements NodeReader {
  static JsonNode read(String schema) {
    try {
      return JsonText.read(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema of kfaws is not JSON", e);
    }
  }

  @Override
  public JsonNode readTree(String content, InputFormat format) {
    return read(content);
  }

  @Override
  public JsonNode readTree(InputStream content, InputFormat format) throws IOException {
    return read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
  }
}
