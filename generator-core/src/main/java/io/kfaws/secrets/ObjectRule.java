package io.kfaws.secrets;

import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Each object's name, type, version and mode (secret_descriptor.go, validateSecretDescriptor and
 * validateObjectName).
 *
 * <p>The provider takes the ARN of a parameter without objectType, too; its README asks for
 * objectType beside all but the ARN of a secret, and so does kfaws. {@link ClassDecoder} fills it
 * in where somebody else left it out.
 */
final class ObjectRule {
  /** Secrets Manager API Reference, CreateSecret; a prefix is that of a service's own secrets. */
  private static final String SECRET = "(?:[a-z]+!)?[A-Za-z0-9/_+=.@-]{1,512}";

  /** Systems Manager API Reference, PutParameter: with a slash in it, it begins with one. */
  private static final String PARAMETER = "[A-Za-z0-9_.-]{1,1011}|/[A-Za-z0-9_./-]{1,1010}";

  private static final String PLACE = ":[a-z0-9-]+:[0-9]{12}:";
  private static final String PARTITIONS = "arn:(?:" + Partition.ids() + "):";

  private static final Pattern SECRET_FORM =
      Pattern.compile(SECRET + "|" + PARTITIONS + "secretsmanager" + PLACE + "secret:" + SECRET);

  private static final Pattern PARAMETER_FORM =
      Pattern.compile(
          PARAMETER + "|" + PARTITIONS + "ssm" + PLACE + "parameter/[A-Za-z0-9_./-]{1,1011}");

  private static final int BATCH = 10;

  private static final Pattern MODE = Pattern.compile("[0-7]{4}");

  private ObjectRule() {}

  static void check(SecretProviderClass provider, List<Violation> violations) {
    for (int i = 0; i < provider.objects().size(); i++) {
      MountedObject object = provider.objects().get(i);
      String at = "/objects/" + i;
      name(at, object.objectName(), object, provider.region(), violations);
      versions(at, object, object.objectVersion(), object.objectVersionLabel(), violations);
      mode(at, object.filePermission(), violations);
      for (int j = 0; j < object.jmesPath().size(); j++) {
        mode(at + "/jmesPath/" + j, object.jmesPath().get(j).filePermission(), violations);
      }
    }
    parameters(provider.objects(), violations);
  }

  /**
   * The provider asks for ten parameters at once and finds the object of each answer by the
   * parameter's name alone (parameter_store_provider.go, fetchParameterStoreBatch).
   */
  private static void parameters(List<MountedObject> objects, List<Violation> violations) {
    Map<String, Integer> batch = new HashMap<>();
    int count = 0;
    for (int i = 0; i < objects.size(); i++) {
      MountedObject object = objects.get(i);
      if (type(object).filter(type -> type == ObjectType.SSM_PARAMETER).isEmpty()) {
        continue;
      }
      if (count++ % BATCH == 0) {
        batch.clear();
      }
      Integer first = batch.putIfAbsent(parameter(object.objectName()), i);
      // With one alias the two are one file, which is a finding of its own.
      if (first != null && !objects.get(first).objectAlias().equals(object.objectAlias())) {
        violations.add(
            SecretRule.SAME_PARAMETER.at(
                "/objects/" + i + "/objectName",
                "is the parameter of objects["
                    + first
                    + "], too; the provider mounts one of the two",
                "move one of them into a class of its own"));
      }
    }
  }

  /** A parameter's name as its ARN has it. */
  private static String parameter(String name) {
    return name.replaceFirst("^(arn:.*:parameter)?/", "");
  }

  /** The service that holds an object; absent if neither its type nor its ARN tells. */
  static Optional<ObjectType> type(MountedObject object) {
    return object.objectType().or(() -> Arn.of(object.objectName()).flatMap(Arn::type));
  }

  /**
   * A name in a region.
   *
   * @param at what holds the name
   */
  static void name(
      String at,
      String name,
      MountedObject object,
      Optional<String> region,
      List<Violation> found) {
    String here = at + "/objectName";
    Optional<Arn> arn = Arn.of(name);
    Optional<ObjectType> ofArn = arn.flatMap(Arn::type);
    boolean untold =
        arn.isEmpty() || ofArn.filter(type -> type == ObjectType.SSM_PARAMETER).isPresent();
    if (object.objectType().isEmpty() && untold) {
      found.add(
          SecretRule.MISSING_OBJECT_TYPE.at(
              here,
              "objectType is missing beside "
                  + (arn.isEmpty() ? "a name" : "the ARN of a parameter"),
              "write objectType: "
                  + (arn.isEmpty() ? "secretsmanager (or ssmparameter)" : "ssmparameter")
                  + "; it may be left out only beside the full ARN of a secret"));
    }
    if (object.objectType().isPresent()
        && ofArn.isPresent()
        && !object.objectType().equals(ofArn)) {
      found.add(
          SecretRule.OBJECT_TYPE_MISMATCH.at(
              here,
              "the ARN is of a "
                  + (ofArn.get() == ObjectType.SSM_PARAMETER ? "parameter" : "secret")
                  + ", and objectType is "
                  + object.objectType().get().text(),
              "write objectType: " + ofArn.get().text()));
      return;
    }
    form(here, name, object.objectType().or(() -> ofArn), found);
    arn.ifPresent(it -> place(here, it, region, found));
  }

  private static void form(
      String here, String name, Optional<ObjectType> type, List<Violation> found) {
    boolean parameter = type.filter(it -> it == ObjectType.SSM_PARAMETER).isPresent();
    Pattern form = parameter ? PARAMETER_FORM : SECRET_FORM;
    if (!form.matcher(name).matches()) {
      // The text is not repeated: what is no name may be the secret itself.
      found.add(
          SecretRule.WRONG_OBJECT_NAME.at(
              here,
              "is neither the name nor the full ARN of a " + (parameter ? "parameter" : "secret"),
              parameter
                  ? "write letters, digits and _ . - in levels after slashes, the first one too:"
                      + " /prod/wandb"
                  : "write the name (letters, digits and / _ + = . @ -) or the full ARN"));
    }
  }

  /** An ARN is asked for in one region, which is that of the class. */
  private static void place(
      String here, Arn arn, Optional<String> region, List<Violation> violations) {
    if (region.isPresent() && !region.get().equals(arn.region())) {
      violations.add(
          SecretRule.REGION_MISMATCH.at(
              here,
              "the ARN is of region " + arn.region() + ", and it is asked for in " + region.get(),
              "write the ARN of region " + region.get() + ", or a class of its own"));
    }
    Optional<Partition> right = RegionRule.region(arn.region()).map(Region::partition);
    if (right.isPresent() && !right.get().id().equals(arn.partition())) {
      violations.add(
          SecretRule.PARTITION_MISMATCH.at(
              here,
              "the ARN is of partition "
                  + arn.partition()
                  + ", and region "
                  + arn.region()
                  + " is in "
                  + right.get().id(),
              "write arn:" + right.get().id() + ":…"));
    }
  }

  /** A parameter is asked for as {@code name:version} or {@code name:label}. */
  static void versions(
      String at,
      MountedObject object,
      Optional<String> version,
      Optional<String> label,
      List<Violation> violations) {
    if (version.isPresent()
        && label.isPresent()
        && type(object).filter(it -> it == ObjectType.SSM_PARAMETER).isPresent()) {
      violations.add(
          SecretRule.VERSION_AND_LABEL.at(
              at + "/objectVersionLabel",
              "a parameter is asked for by version or by label, and both are there",
              "drop one of objectVersion and objectVersionLabel"));
    }
  }

  private static void mode(String at, Optional<String> mode, List<Violation> violations) {
    if (mode.isPresent() && !MODE.matcher(mode.get()).matches()) {
      violations.add(
          SecretRule.WRONG_FILE_PERMISSION.at(
              at + "/filePermission",
              SecretRule.shown(mode.get()) + " is not a mode of four octal digits",
              "write four digits from 0 to 7 in quotes: \"0400\""));
    }
  }
}
