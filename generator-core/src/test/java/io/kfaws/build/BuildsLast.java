package io.kfaws.build;

import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Puts the tests of the real builds behind all others, and begins the builds before the first of
 * these: tests run one by one, and the builds take the processors that they leave idle. A run
 * without those tests builds nothing.
 */
public final class BuildsLast implements ClassOrderer {
  /** Those that look at every build. */
  private static final Set<Class<?>> WALK_ALL = Set.of(BuildTest.class, FactsTest.class);

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(Comparator.comparing((ClassDescriptor it) -> isOfBuilds(it.getTestClass())));
    if (context.getClassDescriptors().stream()
        .anyMatch(it -> WALK_ALL.contains(it.getTestClass()))) {
      Builds.startAll();
    }
  }

  private static boolean isOfBuilds(Class<?> test) {
    return test.getPackage().equals(BuildsLast.class.getPackage());
  }
}
