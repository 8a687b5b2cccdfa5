package io.kfaws.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which profile lies in which folder follows from the names alone, and hardly ever changes. */
class ProfileGroupsTest {
  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "team-" + i).toList();
  }

  @Test
  void oneFolderHoldsAllWhileTheyFit() {
    assertThat(ProfileGroups.of(List.of())).isEmpty();
    assertThat(ProfileGroups.of(names(1))).containsOnlyKeys(ProfileGroups.ALL);
    assertThat(ProfileGroups.of(names(ProfileGroups.CAPACITY))).containsOnlyKeys(ProfileGroups.ALL);
    assertThat(ProfileGroups.of(names(ProfileGroups.CAPACITY + 1))).containsOnlyKeys("0", "1");
  }

  @Test
  void everyProfileIsInOneFolderAndNoFolderOverflows() {
    SortedMap<String, List<String>> groups = ProfileGroups.of(names(10_000));
    List<String> all = new ArrayList<>();
    groups.values().forEach(all::addAll);
    assertThat(all).hasSize(10_000).containsExactlyInAnyOrderElementsOf(names(10_000));
    assertThat(groups.values())
        .allSatisfy(
            group -> assertThat(group).isSorted().hasSizeBetween(1, ProfileGroups.CAPACITY));
    // Full folders on the whole: a folder per profile would do for the other assertions.
    assertThat(groups).hasSizeBetween(100, 260);
  }

  @Test
  void theOrderOfTheConfigurationPlaysNoPart() {
    List<String> shuffled = new ArrayList<>(names(500));
    Collections.shuffle(shuffled, new Random(1));
    assertThat(ProfileGroups.of(shuffled)).isEqualTo(ProfileGroups.of(names(500)));
  }

  /** One more profile is one more line in its folder, or splits that folder and no other. */
  @Test
  void anotherProfileChangesItsOwnFolderOnly() {
    for (int count = 0; count < 1_500; count++) {
      SortedMap<String, List<String>> before = ProfileGroups.of(names(count));
      SortedMap<String, List<String>> after = ProfileGroups.of(names(count + 1));
      TreeMap<String, List<String>> gone = new TreeMap<>(before);
      gone.entrySet().removeIf(group -> group.getValue().equals(after.get(group.getKey())));
      TreeMap<String, List<String>> come = new TreeMap<>(after);
      come.entrySet().removeIf(group -> group.getValue().equals(before.get(group.getKey())));

      TreeSet<String> moved = new TreeSet<>();
      come.values().forEach(moved::addAll);
      gone.values().forEach(moved::removeAll);
      assertThat(moved).as("new at " + count).containsExactly("team-" + count);
      assertThat(gone.size()).as("folders touched at " + count).isLessThanOrEqualTo(1);
      if (gone.size() == 1 && come.size() > 1) {
        String split = gone.firstKey().equals(ProfileGroups.ALL) ? "" : gone.firstKey();
        assertThat(come.keySet()).allMatch(group -> group.startsWith(split));
      }
    }
  }
}
