package io.kfaws.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.kfaws.text.Yaml;
import org.junit.jupiter.api.Test;

/** The plugin knows the library's API, and nothing behind it. */
class ApiOnlyTest {
  private static final ArchRule RULE =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe("are behind the API", ApiOnlyTest::isBehindTheApi));

  private static boolean isBehindTheApi(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith("io.kfaws.") && !name.matches("io\\.kfaws\\.(maven|katib)(\\..*)?");
  }

  @Test
  void usesTheApiAlone() {
    RULE.check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.kfaws.maven"));
  }

  /** Breaks the rule. */
  private record Nosy(Yaml yaml) {}

  @Test
  void theRuleCatches() {
    assertThat(RULE.evaluate(new ClassFileImporter().importClasses(Nosy.class)).hasViolation())
        .isTrue();
  }
}
