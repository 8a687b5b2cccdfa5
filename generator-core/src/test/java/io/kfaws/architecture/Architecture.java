package io.kfaws.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
 * The rules of the architecture, for the packages below a root: which package may know which, and
 * which of them owns which library.
 *
 * @param root the package of the API
 */
record Architecture(String root) {
  /** What the API has in common with the packages behind it; it knows none of them. */
  private static final Set<String> VALUES =
      Set.of(
          "Applied",
          "Capability",
          "Change",
          "Diagnostic",
          "Imported",
          "KfawsException",
          "Location",
          "MissingInput",
          "Overwrite",
          "Printable",
          "Proof",
          "Release",
          "Rule",
          "RuleResult",
          "Severity",
          "Source",
          "UnifiedDiff",
          "ValidatedTree");

  /** Classes of {@code installation} that are no facts: they make the model out of a text. */
  private static final Set<String> READERS =
      Set.of("InstallationReader", "Binding", "Defaults", "MergedProfiles");

  /** Fields that change, each with the reason why it may. */
  private static final Map<String, String> CHANGING =
      Map.ofEntries(
          Map.entry("text.JsonReader.places", "one reading's state: a new map for each document"),
          Map.entry("text.JsonReader.index", "one reading's state: the last token"),
          Map.entry("text.JsonReader.distance", "one reading's state: the last token"),
          Map.entry("text.Yaml.places", "one reading's state: a new map for each document"),
          Map.entry("text.Yaml.repeated", "one document's state while it is read"),
          Map.entry("text.Yaml.events", "one reading's state: set once the parser is there"),
          Map.entry("text.PlainYaml.at", "one reading's state: where it is in the text"),
          Map.entry("text.PlainYaml.indent", "one reading's state: of the line that it is in"),
          Map.entry("text.PlainYaml.lineEnd", "one reading's state: of the line that it is in"),
          Map.entry("text.PlainYaml.nextLine", "one reading's state: where the next line starts"),
          Map.entry("text.WrittenPlaces$Builder.nodes", "one document's state while it is read"),
          Map.entry("text.WrittenPlaces$Builder.count", "one document's state while it is read"),
          Map.entry("text.TextRead$Recorded.origin", "the flight recorder reads it at the commit"));

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
    rules.put("the API is imported by none, its values apart", apiIsImportedByNone());
    rules.put("the API's values know no package", valuesKnowNoPackage());
    rules.put(
        "installation is imported by API, plan, render and imports only",
        onlyFor("installation", "plan", "render", "imports"));
    rules.put(
        "catalog is imported by API, plan and render only", onlyFor("catalog", "plan", "render"));
    rules.put("imports is imported by the API only", onlyFor("imports"));
    rules.put("aws depends on text alone", standsOn("aws", "text"));
    rules.put("kube depends on text alone", standsOn("kube", "text"));
    rules.put("schema depends on text alone", standsOn("schema", "text"));
    rules.put("iam depends on text, aws and kube alone", standsOn("iam", "text", "aws", "kube"));
    rules.put("Jinjava is at home in render", atHome("render", "com.hubspot.."));
    rules.put("networknt is at home in schema", atHome("schema", "com.networknt.."));
    rules.put("SnakeYAML is at home in text", atHome("text", "org.yaml.."));
    rules.put("RE2 is at home in katib", atHome("katib", "com.google.re2j.."));
    rules.put("JMESPath is at home in secrets", atHome("secrets", "software.amazon.smithy.."));
    rules.put("secrets depends on text and aws alone", standsOn("secrets", "text", "aws"));
    rules.put(
        "katib depends on text, schema and kube alone",
        standsOn("katib", "text", "schema", "kube"));
    rules.put("credentials depends on text alone", standsOn("credentials", "text"));
    rules.put("files alone writes", noneOutside("files", WRITING));
    rules.put("prove alone starts programs", noneOutside("prove", PROCESSES));
    rules.put("installation holds facts and their reader", installationHoldsFacts());
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

  private ArchRule apiIsImportedByNone() {
    DescribedPredicate<JavaClass> entry =
        describe(
            "of the API, and none of its values",
            type -> resideInAPackage(root).test(type) && !isValue(type));
    return noClasses().that().resideOutsideOfPackage(root).should().dependOnClassesThat(entry);
  }

  private ArchRule valuesKnowNoPackage() {
    DescribedPredicate<JavaClass> value =
        describe(
            "a value of the API",
            type -> resideInAPackage(root).test(type.getBaseComponentType()) && isValue(type));
    DescribedPredicate<JavaClass> other =
        describe(
            "something else of kfaws",
            type -> resideInAPackage(root + "..").test(type) && !value.test(type));
    return noClasses().that(value).should().dependOnClassesThat(other);
  }

  private static boolean isValue(JavaClass type) {
    return VALUES.contains(type.getBaseComponentType().getName().replaceAll(".*\\.|\\$.*", ""));
  }

  /** The API may know every package. */
  private ArchRule onlyFor(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(root, in(name)), Stream.of(others).map(this::in))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(in(name))
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(allowed);
  }

  private ArchRule atHome(String name, String tool) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in(name))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(tool);
  }

  private ArchRule standsOn(String name, String... others) {
    DescribedPredicate<JavaClass> elsewhere =
        describe(
            "in another package",
            type ->
                resideInAPackage(root + "..").test(type)
                    && !resideInAPackage(root).test(type)
                    && !resideInAPackage(in(name)).test(type)
                    && Stream.of(others)
                        .noneMatch(other -> resideInAPackage(in(other)).test(type)));
    return noClasses().that().resideInAPackage(in(name)).should().dependOnClassesThat(elsewhere);
  }

  private ArchRule noneOutside(String name, Pattern members) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in(name))
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

  private ArchRule installationHoldsFacts() {
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
        .resideInAPackage(root + ".installation")
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

  private String in(String name) {
    return root + "." + name + "..";
  }
}
