package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordsTest {

  /** Letters alone. */
  record Word(@JsonValue String text) {
    @JsonCreator
    static Word of(String text) {
      if (!text.matches("[a-z]+")) {
        throw new IllegalArgumentException(text + " is no word");
      }
      return new Word(text);
    }
  }

  enum Size {
    @JsonProperty("extra-large")
    LARGE,
    SMALL
  }

  sealed interface Way {
    record OnFoot() implements Way {}

    record ByTrain(int platform) implements Way {}
  }

  record Trip(
      Word from,
      Optional<Word> over,
      Way way,
      List<Word> bags,
      SortedMap<String, BigDecimal> prices,
      Optional<Size> size,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> notes,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean late,
      Optional<JsonNode> more) {}

  private static final String WHOLE =
      """
      {"from": "here", "over": "there", "way": {"byTrain": {"platform": 9}}, "bags": ["red"],
       "prices": {"a": 1.50, "b": 2}, "size": "extra-large", "notes": ["n"], "late": true,
       "more": {"any": [null]}}
      """;

  private static final String LEAST = "{\"from\": \"here\", \"way\": {\"onFoot\": {}}}";

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, LEAST})
  void comesBackAsItWas(String text) throws Exception {
    Trip trip = Records.read(JsonText.read(text), Trip.class);
    assertThat(Records.read(Records.tree(trip), Trip.class)).isEqualTo(trip);
    assertThat(Records.read(Records.shortTree(trip), Trip.class)).isEqualTo(trip);
  }

  @Test
  void leavesOutWhatIsAbsent() throws Exception {
    Trip trip = Records.read(JsonText.read(LEAST), Trip.class);
    assertThat(JsonText.line(Records.shortTree(trip)))
        .isEqualTo("{\"from\": \"here\", \"way\": {\"onFoot\": {}}, \"notes\": []}");
    assertThat(JsonText.line(Records.tree(trip)))
        .isEqualTo(
            "{\"from\": \"here\", \"way\": {\"onFoot\": {}}, \"bags\": [], \"prices\": {}, \"notes\":"
                + " [], \"late\": false}");
    JsonNode whole = JsonText.read(WHOLE.replace("{\"any\": [null]}", "{}"));
    ObjectNode written = Records.shortTree(Records.read(whole, Trip.class));
    assertThat(JsonText.line(written)).isEqualTo(JsonText.line(whole));
  }

  @Test
  void reportsEachTextThatItsTypeRefuses() throws Exception {
    List<String> refused = new ArrayList<>();
    String text = WHOLE.replace("there", "7").replace("red", "8");
    Records.read(
        JsonText.read(text),
        Trip.class,
        (at, problem) -> refused.add(at + " " + problem.getMessage()));
    assertThat(refused).containsExactly("/over 7 is no word", "/bags/0 8 is no word");
    assertThatThrownBy(() -> Records.read(JsonText.read(text), Trip.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{\"from\": 1, \"way\": {\"onFoot\": {}}}",
        "{\"from\": \"here\", \"way\": {\"byBus\": {}}}",
        "{\"from\": \"here\", \"way\": {\"onFoot\": {}, \"byTrain\": {\"platform\": 1}}}",
        "{\"from\": \"here\", \"way\": {\"byTrain\": {\"platform\": 1.5}}}",
        "{\"from\": \"here\", \"way\": {\"onFoot\": {}}, \"bags\": \"red\"}",
        "{\"from\": \"here\", \"way\": {\"onFoot\": {}}, \"size\": \"tiny\"}",
        "{\"from\": \"here\", \"way\": {\"onFoot\": {}}, \"late\": \"no\"}",
        "{\"from\": \"here\", \"way\": {\"onFoot\": {}}, \"unknown\": 1}",
      })
  void refusesAnotherForm(String text) {
    assertThatThrownBy(() -> Records.read(JsonText.read(text), Trip.class))
        .isInstanceOf(IllegalStateException.class);
  }
}
