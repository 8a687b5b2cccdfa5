package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeConflictTest {
  @Test
  void hasBothSides() {
    String text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\nd\n";
    assertThat(MergeConflict.sides(text)).containsExactly("a\nb\nd\n", "a\nc\nd\n");
    assertThat(MergeConflict.firstLine(text)).hasValue(2);
  }

  @Test
  void hasWhatBothCameFrom() {
    String text = "<<<<<<< HEAD\nb\n||||||| 0123abc\nx\n=======\n>>>>>>> main\nd";
    assertThat(MergeConflict.sides(text)).containsExactly("b\nd", "x\nd", "d");
  }

  @Test
  void hasSeveralConflictsAndLineEndingsOfWindows() {
    String text =
        """
        <<<<<<< HEAD
        1
        =======
        2
        >>>>>>> b
        -
        <<<<<<< HEAD
        =======
        3
        >>>>>>> b
        """
            .replace("\n", "\r\n");
    assertThat(MergeConflict.sides(text)).containsExactly("1\r\n-\r\n", "2\r\n-\r\n3\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\n",
        "heading\n=======\n",
        "<<<<<<< HEAD\nb\n",
        "<<<<<<< HEAD\nb\n=======\n",
        "<<<<<<< HEAD\n<<<<<<< HEAD\n=======\n>>>>>>> b\n",
        "<<<<<<< HEAD\nb\n>>>>>>> b\n",
        " <<<<<<< HEAD\n =======\n >>>>>>> b\n",
        "<<<<<<<HEAD\n=======\n>>>>>>> b\n",
      })
  void isNoneWithoutAllItsMarkers(String text) {
    assertThat(MergeConflict.sides(text)).isEmpty();
    assertThat(MergeConflict.firstLine(text)).isEmpty();
  }
}
