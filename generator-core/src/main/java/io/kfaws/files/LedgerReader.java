package io.kfaws.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Location;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a ledger token by token, so that each flaw has its line. */
final class LedgerReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final String RESTORE =
      "restore it from version control, or delete it: unedited files are then taken over again";

  private final String name;
  private final JsonParser parser;
  private final SortedMap<String, String> files = new TreeMap<>();

  private LedgerReader(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
  }

  /** Reads the ledger that messages call {@code name}. */
  static Ledger read(String name, Content content) throws IOException {
    try (JsonParser parser = JSON.createParser(content.text())) {
      LedgerReader reader = new LedgerReader(name, parser);
      try {
        return reader.read();
      } catch (StreamReadException e) {
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        boolean twice = problem.startsWith("Duplicate field");
        throw reader.bad(
            e.getLocation(), twice ? "has a key twice" : "is not well-formed JSON", RESTORE);
      }
    }
  }

  private Ledger read() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "is not a JSON object");
    boolean version = false;
    boolean list = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      switch (parser.currentName()) {
        case "kfaws" -> version = readVersion();
        case "files" -> list = readFiles();
        default -> throw bad("has an unknown key", RESTORE);
      }
    }
    if (parser.nextToken() != null) {
      throw bad("goes on after its end", RESTORE);
    }
    if (!version || !list) {
      throw bad("lacks the key " + (version ? "files" : "kfaws"), RESTORE);
    }
    return new Ledger(files);
  }

  private boolean readVersion() throws IOException {
    expect(parser.nextToken(), JsonToken.VALUE_NUMBER_INT, "has a version that is no number");
    String version = parser.getText();
    if (!version.equals(Integer.toString(Ledger.VERSION))) {
      throw bad(
          "has version " + version + "; this kfaws reads version " + Ledger.VERSION,
          "use the kfaws that wrote it, or a newer one");
    }
    return true;
  }

  private boolean readFiles() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "has files that are no object");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = parser.currentName();
      String flaw = PathRule.flawOf(path).orElse("");
      if (!flaw.isEmpty()) {
        throw bad("lists a path that " + flaw, RESTORE);
      }
      expect(parser.nextToken(), JsonToken.VALUE_STRING, "has a SHA-256 that is no text");
      String sha256 = parser.getText();
      if (!SHA256.matcher(sha256).matches()) {
        throw bad("has a SHA-256 that is not 64 lower-case hex digits", RESTORE);
      }
      files.put(path, sha256);
    }
    return true;
  }

  private void expect(JsonToken found, JsonToken wanted, String problem) {
    if (found != wanted) {
      throw bad(problem, RESTORE);
    }
  }

  private KfawsException bad(String problem, String hint) {
    return bad(parser.currentTokenLocation(), problem, hint);
  }

  private KfawsException bad(JsonLocation at, String problem, String hint) {
    Location location =
        at.getLineNr() > 0 && at.getColumnNr() > 0
            ? new Location(name, at.getLineNr(), at.getColumnNr())
            : Location.of(name);
    return new KfawsException(Diagnostic.error("bad-ledger", location, "", problem, hint));
  }
}
