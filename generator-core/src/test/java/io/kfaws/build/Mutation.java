package io.kfaws.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A way in which a build of rds-s3 on 26.03 could be wrong.
 *
 * @param rule the rule that has to find it
 * @param name what is wrong
 * @param access of which build
 * @param breaking makes it wrong
 */
record Mutation(String rule, String name, String access, Consumer<Draft> breaking) {
  private static final String CONTROLLER = "kubeflow-pipelines-profile-controller";
  private static final String CODE = "ConfigMap " + CONTROLLER + "-code-#";
  private static final String CONFIG = "pipeline-install-config";
  private static final String CA = "caBundle";
  private static final String SYNC = "aws-secrets-sync";

  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(ofObjects());
    all.addAll(ofFields());
    all.addAll(ofApplying());
    all.addAll(ofMeaning());
    all.addAll(ofPods());
    all.addAll(ofSecrets());
    return all;
  }

  private static Mutation irsa(String rule, String name, Consumer<Draft> breaking) {
    return new Mutation(rule, name, "irsa", breaking);
  }

  private static Mutation keys(String rule, String name, Consumer<Draft> breaking) {
    return new Mutation(rule, name, "staticKeys", breaking);
  }

  private static Mutation external(String rule, String name, Consumer<Draft> breaking) {
    return new Mutation(rule, name, "staticKeys externalSecrets", breaking);
  }

  private static List<Mutation> ofObjects() {
    return List.of(
        irsa("objects", "an object of the base is lost", d -> d.remove("Deployment katib-ui")),
        irsa(
            "objects",
            "a DestinationRule stays",
            d -> d.restore("DestinationRule ml-pipeline-mysql")),
        irsa("leftover-object", "the database's Service is back", d -> d.restore("Service mysql")),
        irsa(
            "leftover-object",
            "Katib's disk is back",
            d -> d.restore("PersistentVolumeClaim katib-mysql")),
        irsa(
            "leftover-object",
            "the object store's disk is back",
            d -> d.restore("PersistentVolumeClaim seaweedfs-pvc")),
        irsa(
            "leftover-object",
            "the database's policy is back",
            d -> d.restore("AuthorizationPolicy mysql")),
        irsa("leftover-object", "a Service selects nothing", d -> d.remove("Deployment katib-ui")),
        irsa(
            "leftover-object",
            "the network policy is back",
            d -> d.restore("NetworkPolicy seaweedfs")),
        irsa(
            "dangling-reference",
            "a route to the object store is back",
            d -> d.restore("DestinationRule ml-pipeline-seaweedfs")),
        irsa("missing-namespace", "the namespace is lost", d -> d.remove("Namespace kubeflow")),
        irsa(
            "name-conflict",
            "the database's Secret is back",
            d -> d.restore("Secret mysql-secret")));
  }

  private static List<Mutation> ofFields() {
    return List.of(
        irsa("fields", "a value stays", d -> data(d, CONFIG).put("mysqlHost", "mysql")),
        irsa(
            "fields",
            "executor is dropped",
            d -> data(d, "workflow-controller-configmap").remove("executor")),
        irsa("fields", "a patch had no effect", d -> d.restore("Deployment ml-pipeline-ui")),
        irsa(
            "patch-without-effect",
            "a patch had no effect",
            d -> d.restore("Deployment ml-pipeline-ui")),
        irsa(
            "patch-without-effect", "a merge had no effect", d -> d.restore("ConfigMap " + CONFIG)),
        irsa(
            "fields",
            "viewers run as default",
            d -> viewer(d, "\"default-editor\"", "\"default\"")),
        irsa("fields", "logs are not kept", d -> repository(d, "archiveLogs: true", "")),
        irsa(
            "fields",
            "the store's key stays beside the role",
            d ->
                repository(
                    d, "useSDKCreds: true", "useSDKCreds: true\n  accessKeySecret: {key: a}")),
        irsa(
            "fields",
            "another image",
            d -> d.container("ml-pipeline").put("image", "example.com/api-server")),
        irsa(
            "value-and-value-from",
            "a value and valueFrom",
            d -> d.variable("ml-pipeline", "OBJECTSTORECONFIG_HOST").put("value", "s3")),
        irsa(
            "patch-residue",
            "a null",
            d -> d.variable("ml-pipeline", "OBJECTSTORECONFIG_HOST").putNull("value")),
        irsa(
            "patch-residue",
            "a patch's word",
            d -> d.variable(CONTROLLER, "S3_ACCESS").put("$patch", "delete")));
  }

  private static List<Mutation> ofApplying() {
    return List.of(
        irsa("kind-order", "webhooks come last", d -> d.last("MutatingWebhookConfiguration")),
        irsa("kind-order", "namespaces come last", d -> d.last("Namespace")),
        irsa(
            "server-side-apply",
            "rights are taken away",
            d -> d.object("ClusterRole kubeflow-admin").putArray("rules")),
        irsa(
            "server-side-apply",
            "a webhook has no CA",
            d -> webhook(d, "MutatingWebhookConfiguration katib.kubeflow.org").put(CA, "")),
        irsa(
            "server-side-apply",
            "the CA is a line break",
            d -> webhook(d, "ValidatingWebhookConfiguration katib.kubeflow.org").put(CA, "Cg==")),
        irsa(
            "server-side-apply",
            "a conversion has no CA",
            d ->
                d.object("CustomResourceDefinition pvcviewers.kubeflow.org")
                    .withObject("/spec/conversion/webhook/clientConfig")
                    .put(CA, "")));
  }

  private static ObjectNode webhook(Draft draft, String configuration) {
    return (ObjectNode) draft.object(configuration).at("/webhooks/0/clientConfig");
  }

  private static List<Mutation> ofMeaning() {
    return List.of(
        irsa(
            "wrong-consumer-value",
            "mysqlHost is embedded",
            d -> data(d, CONFIG).put("mysqlHost", "mysql")),
        irsa(
            "dangling-reference",
            "mysqlHost is embedded",
            d -> data(d, CONFIG).put("mysqlHost", "mysql")),
        irsa(
            "wrong-consumer-value",
            "mysqlHost is dropped",
            d -> data(d, CONFIG).remove("mysqlHost")),
        irsa(
            "wrong-consumer-value", "a consumer is lost", d -> d.remove("Deployment cache-server")),
        irsa("wrong-consumer-value", "dbHost is dropped", d -> data(d, CONFIG).remove("dbHost")),
        irsa(
            "wrong-consumer-value",
            "another secret is read",
            d -> rewrite(d, "rds-secret", "builds/rds-secret", "builds/other")),
        irsa(
            "wrong-consumer-value",
            "the keys are absent, not empty",
            d -> d.object("Secret mlpipeline-minio-artifact").remove("stringData")),
        irsa(
            "wrong-consumer-value",
            "a way to the object store stays",
            d ->
                d.container(CONTROLLER)
                    .withArray("env")
                    .addObject()
                    .put("name", "AWS_ENDPOINT_URL")),
        irsa(
            "wrong-consumer-value",
            "the store is plain HTTP",
            d -> repository(d, "insecure: false", "insecure: true")),
        irsa(
            "wrong-consumer-value",
            "another bucket",
            d -> repository(d, "kf-artifacts-012345678901", "other")),
        irsa(
            "wrong-consumer-value",
            "another endpoint",
            d -> repository(d, "vpce-1a2b3c4d.s3.eu-central-1.vpce.amazonaws.com", "other")),
        irsa(
            "wrong-consumer-value",
            "another region",
            d -> repository(d, "region: eu-central-1", "region: other")),
        irsa(
            "wrong-consumer-value",
            "no role for steps",
            d -> repository(d, "useSDKCreds: true", "")),
        irsa(
            "wrong-consumer-value",
            "viewers are told nothing",
            d -> viewer(d, "\"env\"", "\"no\"")),
        irsa("roles", "an account has no role", d -> d.restore("ServiceAccount ml-pipeline-ui")),
        irsa(
            "roles",
            "another account has one",
            d ->
                d.object("ServiceAccount katib-ui")
                    .withObject("/metadata/annotations")
                    .put(
                        "eks.amazonaws.com/role-arn",
                        "arn:aws:iam::012345678901:role/kf-pipelines")));
  }

  private static List<Mutation> ofPods() {
    return List.of(
        irsa(
            "dangling-reference",
            "a ConfigMap is lost",
            d -> d.remove("ConfigMap katib-external-db-#")),
        irsa(
            "dangling-reference",
            "a class is lost",
            d -> d.remove("SecretProviderClass rds-secret")),
        irsa(
            "dangling-reference",
            "an account is lost",
            d -> d.remove("ServiceAccount kubeflow-secrets-manager-sa")),
        irsa(
            "dangling-reference",
            "a volume is lost",
            d -> Draft.drop(d.pod(SYNC).path("volumes"), "rds-secret")),
        irsa("dangling-reference", "a key is lost", d -> data(d, CONFIG).remove("mlmdDb")),
        irsa(
            "hook",
            "another program",
            d -> d.object(CODE).withObject("/data").put("sync.py", "#\n")),
        irsa(
            "hook",
            "no image of the frontend",
            d -> Draft.drop(d.container(CONTROLLER).path("env"), "FRONTEND_IMAGE")),
        irsa("objects", "a program without a hash", d -> d.rename(CODE, CONTROLLER + "-code")),
        irsa(
            "hook",
            "the controller mounts the base's program",
            d -> d.restore("Deployment " + CONTROLLER)),
        irsa(
            "objects",
            "a ConfigMap without a hash",
            d -> d.rename("ConfigMap katib-external-db-#", "katib-external-db")),
        irsa(
            "objects",
            "a hash where upstream reads a name",
            d -> d.rename("ConfigMap " + CONFIG, CONFIG + "-2456789bcd")),
        keys(
            "dangling-reference",
            "a class is not mounted",
            d -> Draft.drop(d.pod(SYNC).path("volumes"), "s3-secret")),
        keys(
            "roles",
            "another account reads the secrets",
            d -> d.pod(SYNC).put("serviceAccountName", "ml-pipeline")),
        keys(
            "roles",
            "a class is mounted to write to it",
            d -> ((ObjectNode) d.pod(SYNC).at("/volumes/0/csi")).remove("readOnly")),
        irsa(
            "pod-security",
            "a root pod",
            d -> d.pod(SYNC).withObject("/securityContext").put("runAsUser", 0)),
        irsa("pod-security", "no seccomp profile", d -> d.pod(SYNC).remove("securityContext")),
        irsa(
            "pod-security",
            "capabilities are kept",
            d -> d.container(SYNC).withObject("/securityContext").remove("capabilities")));
  }

  private static List<Mutation> ofSecrets() {
    String store = "SecretStore s3-secret-secretsmanager";
    return List.of(
        keys(
            "dangling-reference",
            "a key that no file feeds",
            d -> rewrite(d, "s3-secret", "objectAlias: access", "objectAlias: acess")),
        keys(
            "broken-secret",
            "a key that no file feeds",
            d -> rewrite(d, "s3-secret", "objectAlias: access", "objectAlias: acess")),
        keys(
            "broken-secret",
            "objects that are no YAML",
            d -> rewrite(d, "s3-secret", "- objectName:", "- [")),
        keys(
            "broken-secret",
            "a class is not mounted",
            d -> Draft.drop(d.pod(SYNC).path("volumes"), "s3-secret")),
        external("dangling-reference", "a store is lost", d -> d.remove(store)),
        external("wrong-consumer-value", "a store is lost", d -> d.remove(store)),
        external(
            "wrong-consumer-value",
            "another service is read",
            d -> d.object(store).withObject("/spec/provider/aws").put("service", "ParameterStore")),
        external(
            "dangling-reference",
            "an account is lost",
            d -> d.remove("ServiceAccount kubeflow-secrets-manager-sa")),
        external(
            "roles",
            "another account reads the secrets",
            d ->
                d.object(store)
                    .withObject("/spec/provider/aws/auth/jwt/serviceAccountRef")
                    .put("name", "ml-pipeline")),
        external(
            "name-conflict",
            "the database's Secret is back",
            d -> d.restore("Secret mysql-secret")));
  }

  private static ObjectNode data(Draft draft, String configMap) {
    return draft.object("ConfigMap " + configMap).withObject("/data");
  }

  private static void repository(Draft draft, String text, String by) {
    ObjectNode data = data(draft, "workflow-controller-configmap");
    String before = data.path("artifactRepository").asText();
    data.put("artifactRepository", replaced(before, text, by));
  }

  private static void viewer(Draft draft, String text, String by) {
    ObjectNode data = data(draft, "ml-pipeline-ui-configmap");
    String before = data.path("viewer-pod-template.json").asText();
    data.put("viewer-pod-template.json", replaced(before, text, by));
  }

  private static void rewrite(Draft draft, String provider, String text, String by) {
    ObjectNode parameters =
        draft.object("SecretProviderClass " + provider).withObject("/spec/parameters");
    parameters.put("objects", replaced(parameters.path("objects").asText(), text, by));
  }

  /** A text that is not there would break nothing. */
  private static String replaced(String whole, String text, String by) {
    if (!whole.contains(text)) {
      throw new IllegalArgumentException("no " + text + " in " + whole);
    }
    return whole.replace(text, by);
  }
}
