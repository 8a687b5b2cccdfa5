package io.kfaws.cli;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of text, printed in columns that line up.
 *
 * @param rows the cells, as many in each row; the first row holds the headings
 */
record Table(List<List<String>> rows) {

  /** Copies the rows and refuses one of another length. */
  Table {
    rows = rows.stream().map(List::copyOf).toList();
    int columns = rows.get(0).size();
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException("not as many cells in each row: " + rows);
    }
  }

  /** One line for each row, columns two spaces apart, nothing at a line's end. */
  List<String> lines() {
    List<Integer> widths = IntStream.range(0, rows.get(0).size()).mapToObj(this::width).toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
