package io.kfaws.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house, for the packages below a root: who may know whom, and which room owns
 * which tool.
 *
 * @param root the package of the door
 */
record House(String root) {
  /** Classes of {@code config} that are no facts: they make a wish out of a text, and judge it. */
  private static final Set<String> READERS =
      Set.of(
          "InstallationReader",
          "Binding",
          "Defaults",
          "MergedProfiles",
          "Findings",
          "Agreement",
          "ProfileAgreement",
          "ReservedNamespace",
          "IdentityAgreement",
          "RoleAgreement",
          "SharedRoles",
          "Subjects",
          "SecretAgreement",
          "SecretBreaches",
          "SecretOrigins",
          "SecretPlaceholders",
          "SecretReaders",
          "SecretNames",
          "ExperimentAgreement",
          "WrittenExperiments");

  /** Fields that change, each with the reason why it may. */
  private static final Map<String, String> CHANGING =
      Map.of(
          "text.Yaml.places", "one reading's state: a new map for each document",
          "text.Yaml.events", "one reading's state: set once the parser is there");

  private static final Pattern CLOCK =
      Pattern.compile(
          "java\\.time\\.\\w+\\.(now|system\\w*)|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
              + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>|java\\.util\\.Calendar\\.getInstance");

  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "java\\.lang\\.System\\.(getenv|getProperty|getProperties|lineSeparator)"
              + "|java\\.(lang\\.(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)"
              + "|nio\\.charset\\.Charset\\.defaultCharset|net\\.InetAddress\\..*"
              + "|util\\.TimeZone\\.getDefault|time\\.ZoneId\\.systemDefault)");

  private static final Pattern CHANCE =
      Pattern.compile(
          "(java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)"
              + "|java\\.security\\.SecureRandom)\\..*"
              + "|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random"
              + "|java\\.util\\.Collections\\.shuffle|java\\.lang\\.System\\.identityHashCode"
              + "|java\\.nio\\.file\\.Files\\.createTemp\\w+");

  private static final Pattern CONSOLE =
      Pattern.compile(
          "java\\.lang\\.System\\.(out|err|in|console|exit)|java\\.lang\\.Runtime\\.(exit|halt)"
              + "|java\\.lang\\.Throwable\\.printStackTrace");

  private static final Pattern PROCESSES =
      Pattern.compile("java\\.lang\\.(ProcessBuilder\\..*|Runtime\\.exec)");

  private static final Pattern WRITING =
      Pattern.compile(
          "java\\.nio\\.file\\.Files\\.(write\\w*|move|copy|delete\\w*|create\\w*|set\\w+"
              + "|newOutputStream|newBufferedWriter|newByteChannel)"
              + "|java\\.nio\\.channels\\.(Asynchronous)?FileChannel\\..*"
              + "|java\\.io\\.(FileOutputStream|FileWriter|PrintWriter|RandomAccessFile)\\.<init>"
              + "|java\\.io\\.File\\.(delete\\w*|mkdirs?|renameTo|create\\w+|set\\w+)");

  private static final Pattern LOCALE =
      Pattern.compile("java\\.util\\.Locale\\.getDefault|java\\.lang\\.String\\.formatted");

  /** All rules, by the sentence that each of them checks. */
  Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new TreeMap<>();
    rules.put("packages know each other in one direction only", noCycles());
    rules.put("the door is imported by none", doorIsImportedByNone());
    rules.put(
        "config is imported by door, plan, render and imports only",
        onlyFor("config", "plan", "render", "imports"));
    rules.put(
        "catalog is imported by door, plan and render only", onlyFor("catalog", "plan", "render"));
    rules.put("imports is imported by the door only", onlyFor("imports"));
    rules.put("aws imports text only", knowsOnly("aws", "text"));
    rules.put("identity is imported by door and plan only", onlyFor("identity", "plan"));
    rules.put("Jinjava is at home in render", atHome("render", "com.hubspot.."));
    rules.put("networknt is at home in check", atHome("check", "com.networknt.."));
    rules.put("SnakeYAML is at home in text", atHome("text", "org.yaml.."));
    rules.put("RE2 is at home in katib", atHome("katib", "com.google.re2j.."));
    rules.put("JMESPath is at home in secrets", atHome("secrets", "software.amazon.smithy.."));
    rules.put("secrets stands on text and aws alone", standsOn("secrets", "text", "aws"));
    rules.put("katib stands on text and check alone", standsOn("katib", "text", "check"));
    rules.put("credentials stands on text alone", standsOn("credentials", "text"));
    rules.put("files alone writes", noneOutside("files", WRITING));
    rules.put("prove alone starts programs", noneOutside("prove", PROCESSES));
    rules.put("config holds facts and their reader", configHoldsFacts());
    rules.put("there is no clock", none(CLOCK));
    rules.put("there is no environment", none(ENVIRONMENT));
    rules.put("there is no chance", none(CHANCE));
    rules.put("there is no locale", noLocale());
    rules.put("there is no console and no exit", none(CONSOLE));
    rules.put("names say what a class is", namesSayWhat());
    rules.put("fields are final", fieldsAreFinal());
    rules.put("packages are null-marked", packagesAreNullMarked());
    return rules;
  }

  private ArchRule noCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private ArchRule doorIsImportedByNone() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root);
  }

  /** The door may know every room. */
  private ArchRule onlyFor(String room, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(root, in(room)), Stream.of(others).map(this::in))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(in(room))
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(allowed);
  }

  /** Of the rooms of the house; libraries are another matter. */
  private ArchRule knowsOnly(String room, String other) {
    DescribedPredicate<JavaClass> elsewhere =
        resideInAPackage(root + "..")
            .and(resideOutsideOfPackages(in(room), in(other)))
            .as("of another room than " + other);
    return noClasses().that().resideInAPackage(in(room)).should().dependOnClassesThat(elsewhere);
  }

  private ArchRule atHome(String room, String tool) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in(room))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(tool);
  }

  private ArchRule standsOn(String room, String... floors) {
    DescribedPredicate<JavaClass> elsewhere =
        describe(
            "in another room of the house",
            type ->
                resideInAPackage(root + "..").test(type)
                    && !resideInAPackage(in(room)).test(type)
                    && Stream.of(floors)
                        .noneMatch(floor -> resideInAPackage(in(floor)).test(type)));
    return noClasses().that().resideInAPackage(in(room)).should().dependOnClassesThat(elsewhere);
  }

  private ArchRule noneOutside(String room, Pattern members) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in(room))
        .should()
        .accessTargetWhere(isOneOf(members));
  }

  private static ArchRule none(Pattern members) {
    return noClasses().should().accessTargetWhere(isOneOf(members));
  }

  private static DescribedPredicate<JavaAccess<?>> isOneOf(Pattern members) {
    return describe(
        "the target is " + members,
        access -> {
          AccessTarget target = access.getTarget();
          String name = target.getOwner().getName() + "." + target.getName();
          return members.matcher(name).matches();
        });
  }

  /** {@code format}, {@code toLowerCase} and {@code toUpperCase} need a Locale said. */
  private static ArchRule noLocale() {
    DescribedPredicate<JavaAccess<?>> unsaid =
        describe(
            "a String is made for the reader's locale",
            access ->
                access
                    .getTarget()
                    .getFullName()
                    .matches(
                        "java\\.lang\\.String\\.(to(Lower|Upper)Case\\(\\)"
                            + "|format\\(java\\.lang\\.String,.*\\))"));
    return noClasses().should().accessTargetWhere(isOneOf(LOCALE).or(unsaid));
  }

  private ArchRule configHoldsFacts() {
    DescribedPredicate<JavaClass> fact =
        describe(
            "a record, an enum, a sealed interface or of the reader",
            type ->
                type.isRecord()
                    || type.isEnum()
                    || (type.isInterface() && type.reflect().isSealed())
                    || READERS.contains(type.getSimpleName()));
    return classes()
        .that()
        .resideInAPackage(in("config"))
        .and()
        .doNotHaveSimpleName("package-info")
        .and()
        .areNotAnonymousClasses()
        .should(be(fact));
  }

  private static ArchRule namesSayWhat() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould(be(nameMatching(".*(Utils|Helper|Helpers|Manager|Impl)")));
  }

  private ArchRule fieldsAreFinal() {
    DescribedPredicate<JavaField> allowed =
        describe(
            "allowed to change",
            field -> CHANGING.containsKey(field.getFullName().substring(root.length() + 1)));
    return fields().that(DescribedPredicate.not(allowed)).should().beFinal();
  }

  private static ArchRule packagesAreNullMarked() {
    DescribedPredicate<JavaClass> marked =
        describe(
            "in a package that is @NullMarked",
            type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    return classes().should(be(marked));
  }

  private String in(String room) {
    return root + "." + room + "..";
  }
}
