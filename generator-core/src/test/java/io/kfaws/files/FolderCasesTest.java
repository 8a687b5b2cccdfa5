package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes {@code tree/} of each {@code src/test/folders/<rule>[.<what>]} into a folder that holds
 * {@code before/}. What a comparison and then a run say of it is {@code refused.txt}; of its
 * nearest neighbour, {@code accepted/}, they say nothing.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code refused.txt} anew.
 */
class FolderCasesTest {
  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> folders() throws IOException {
    return Cases.folders(Cases.HERE.resolve("folders")).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> refuses(folder)));
  }

  private void refuses(Path folder) throws IOException {
    FileTree.Builder tree = FileTree.builder();
    Cases.files(folder.resolve("tree")).forEach(tree::put);
    String name = String.valueOf(folder.getFileName());
    String refused = said(tree.build(), folder.resolve("before"), temporary.resolve(name));
    Path expected = folder.resolve("refused.txt");
    if (Cases.WRITE) {
      Files.writeString(expected, refused);
    }
    assertThat(refused)
        .contains("[" + name.split("\\.", 2)[0] + "]")
        .isEqualTo(Files.readString(expected));
    Path accepted = temporary.resolve(name + "-accepted");
    assertThat(said(tree.build(), folder.resolve("accepted"), accepted)).isEmpty();
  }

  private static String said(FileTree tree, Path before, Path output) throws IOException {
    SortedMap<String, String> files = Cases.files(before);
    Files.createDirectories(output);
    Cases.write(output, files);
    StringBuilder said = new StringBuilder();
    try {
      Trees.changes(tree, output);
    } catch (KfawsException e) {
      e.diagnostics().forEach(finding -> said.append(finding).append('\n'));
    }
    try {
      tree.applyTo(output, Overwrite.REFUSE)
          .warnings()
          .forEach(warning -> said.append(warning).append('\n'));
    } catch (KfawsException e) {
      e.diagnostics().forEach(finding -> said.append(finding).append('\n'));
    }
    return said.toString().replace(output.toString().replace('\\', '/'), "output");
  }
}
