package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings print as editors parse them, stand in order, and are thrown together. */
class DiagnosticTest {
  private static final Location HERE = new Location("kfaws.yaml", 3, 7);

  @Test
  void printsPlacePathRuleAndHint() {
    assertThat(
            Diagnostic.error("unknown-key", HERE, "rds.hots", "no such key", "did you mean host?"))
        .hasToString(
            "kfaws.yaml:3:7: error: rds.hots: no such key [unknown-key]\n"
                + "  hint: did you mean host?");
    assertThat(Diagnostic.warning("unused", Location.of("kfaws.yaml"), "", "is unused", ""))
        .hasToString("kfaws.yaml: warning: is unused [unused]");
  }

  @Test
  void isTheSameUnderAnotherPath() {
    assertThat(Diagnostic.warning("unused", HERE, "name", "is unused", "").withPath("rds.name"))
        .isEqualTo(Diagnostic.warning("unused", HERE, "rds.name", "is unused", ""));
  }

  @Test
  void staysOnItsLineWhateverItQuotes() {
    assertThat(
            Diagnostic.error(
                "rule", new Location("a\nb", 1, 1), "k\u001B[2J", "is x\r\ny", "not \u202E"))
        .hasToString("a\\nb:1:1: error: k\\u001B[2J: is x\\r\\ny [rule]\n  hint: not \\u202E");
    String longest = Diagnostic.error("rule", HERE, "k".repeat(9_999), "is x", "").toString();
    assertThat(longest).hasSizeLessThan(2_100).contains("kkk … kkk").endsWith("is x [rule]");
  }

  @Test
  void throwsAllAtOnceInOrder() {
    Diagnostic second = Diagnostic.error("b", new Location("a", 10, 1), "", "second", "");
    Diagnostic first = Diagnostic.warning("a", new Location("a", 2, 1), "", "first", "");
    assertThat(KfawsException.throwIfErrors(List.of(first))).containsExactly(first);
    assertThat(new KfawsException(List.of(second, first)))
        .hasMessage("a:2:1: warning: first [a]\na:10:1: error: second [b]")
        .extracting(KfawsException::diagnostics)
        .isEqualTo(List.of(first, second));
    assertThatIllegalArgumentException().isThrownBy(() -> new KfawsException(List.of(first)));
  }

  @Test
  void refusesWhatWouldNotPrint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Diagnostic.error("Not Kebab", HERE, "", "message", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Diagnostic.error("rule", HERE, "", " ", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Location("a", 0, 1));
  }
}
