package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTreeTest {

  @Test
  void sortsItsFiles() {
    FileTree tree = Trees.tree("b/z", "1", "a", "2", "b/a", "3");
    assertThat(tree.files().keySet()).containsExactly("a", "b/a", "b/z");
    assertThat(tree.toString()).isEqualTo("FileTree[a, b/a, b/z]");
  }

  @Test
  void isAValue() {
    FileTree.Builder builder = FileTree.builder().put("a", "1");
    FileTree tree = builder.build();
    builder.put("b", "2");
    assertThat(tree).isEqualTo(Trees.tree("a", "1")).hasSameHashCodeAs(Trees.tree("a", "1"));
    assertThat(tree).isNotEqualTo(builder.build());
    assertThatThrownBy(() -> tree.files().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a/b.yaml",
        ".gitattributes",
        "a/.kfaws.sha256",
        "sync.py",
        "ünï/日本.yaml",
        "a b"
      })
  void takesPaths(String path) {
    assertThat(Trees.tree(path, "x").files()).containsEntry(path, "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''|has an empty part",
        "/a|is absolute",
        "a//b|has an empty part",
        "a/|has an empty part",
        ".|has the part .",
        "a/./b|has the part .",
        "..|has the part ..",
        "../a|has the part ..",
        "a/../../b|has the part ..",
        "a\\b|holds a backslash; folders are separated by /",
        "C:/a|holds one of :*?\"<>|",
        "a./b|has a part that ends with a dot or a space",
        "a |has a part that ends with a dot or a space",
        ".kfaws.sha256|is a name that kfaws keeps for itself",
        ".kfaws.json|is a name that kfaws keeps for itself",
        ".KFAWS.json|is a name that kfaws keeps for itself",
        ".kfaws.sha256/a|is a name that kfaws keeps for itself",
        ".kfaws.work/lock|is a name that kfaws keeps for itself",
      })
  void refusesPaths(String path, String flaw) {
    assertThatThrownBy(() -> FileTree.builder().put(path, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the generated path '" + path + "' " + flaw);
  }

  @ParameterizedTest
  @ValueSource(chars = {0, 1, '\t', '\n', '\r', 0x7f, 0x85})
  void refusesControlCharacters(char character) {
    assertThatThrownBy(() -> FileTree.builder().put("a" + character + "b", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("holds a control character");
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, is the same file as a",
    "a/B, a/b, is the same file as a/B",
    "\u00e9, e\u0301, is the same file as \u00e9",
    "a/b, a, is a file and the folder of a/b",
    "a/b/c, A/b, is a file and the folder of a/b/c",
    "a, a/b, lies in the file a",
    "a/b, a/B/c/d, lies in the file a/b",
  })
  void refusesPathsThatMeetAnother(String first, String second, String flaw) {
    FileTree.Builder builder = FileTree.builder().put(first, "x");
    assertThatThrownBy(() -> builder.put(second, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the generated path '" + second + "' " + flaw);
  }
}
