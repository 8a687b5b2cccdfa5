"""The sync hook of Kubeflow Pipelines' profile controller, for artifacts on Amazon S3.

metacontroller posts a profile's namespace and the objects observed in it; the answer is the
objects that belong there. It depends on the request and the environment alone, and holds no
empty map or value that the API server would drop: metacontroller would update those for ever.
Python 3.7 or newer, standard library only. Nothing that is printed holds a credential.
"""
import base64
import json
import os
import re
import signal
import socket
import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ENABLED = "pipelines.kubeflow.org/enabled"
KEYS = "mlpipeline-minio-artifact"  # the Secret's name in kubeflow and in every profile
# CompositeController and DecoratorController name the same two things differently.
PROTOCOLS = (("parent", "children"), ("object", "attachments"))
LARGEST_REQUEST = 16 * 1024 * 1024
NAMESPACE = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
IMAGE = r"([^\s/@]+/)*[^\s/:@]+"


class SettingError(Exception):
    """A setting that is missing or cannot be meant, in one line for the operator."""


class RequestError(Exception):
    """A request that is not metacontroller's; it names the field, never its content."""


class Settings:
    """The environment, validated once. Empty counts as absent; without a default it is required."""

    def __init__(self, env):
        def text(name, pattern, meaning, default=None):
            value = env.get(name, "")
            if not value and default is None:
                raise SettingError("%s is not set; it must be %s" % (name, meaning))
            if value and not re.fullmatch(pattern, value):
                raise SettingError("%s must be %s" % (name, meaning))
            return value or default

        def flag(name, default):
            return text(name, "(?i)true|false", "true or false", default).lower() == "true"

        self.port = int(text("CONTROLLER_PORT", "[0-9]{1,5}", "a port number", "8080"))
        self.endpoint = text("MINIO_SERVICE_HOST", "[A-Za-z0-9.-]+(:[0-9]+)?", "a host name")
        self.region = text("MINIO_SERVICE_REGION", "[a-z0-9-]+", "a region")
        self.bucket = text("S3_BUCKET_NAME", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "a bucket name")
        access = text("S3_ACCESS", "irsa|staticKeys", "irsa or staticKeys")
        self.static = access == "staticKeys"
        # Under IRSA empty on purpose: without the keys, servers fall back to minio/minio123; and
        # keys that were left in the environment must not reach a profile.
        self.access_key = text("MINIO_ACCESS_KEY", "(?s).+", "a key") if self.static else ""
        self.secret_key = text("MINIO_SECRET_KEY", "(?s).+", "a key") if self.static else ""
        self.root = text("KFP_DEFAULT_PIPELINE_ROOT", r"s3://\S+", "an s3:// address",
                         "s3://%s/v2/artifacts" % self.bucket)
        self.version = text("KFP_VERSION", "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}", "an image tag")
        self.sidecar = not flag("DISABLE_ISTIO_SIDECAR", "false")
        self.restricted = text("POD_SECURITY", "privileged|baseline|restricted",
                               "privileged, baseline or restricted") == "restricted"
        self.proxy = flag("ARTIFACTS_PROXY_ENABLED", "true")
        no_tag = "an image without a tag"
        self.frontend = text("FRONTEND_IMAGE", IMAGE, no_tag) if self.proxy else ""
        self.visualization = text("VISUALIZATION_SERVER_IMAGE", IMAGE, no_tag, "")
        self.key_format = text("ARTIFACT_KEY_FORMAT", ".+", "one line", "")
        self.domain = text("CLUSTER_DOMAIN", "[a-z0-9.-]+", "a domain", "")


def objects(settings, namespace):
    """Every object that an enabled profile namespace holds, always in the same order."""
    # A root of its own, so that a profile's role can be kept to it.
    launcher = {"defaultPipelineRoot": "%s/%s" % (settings.root.rstrip("/"), namespace),
                "providers": compact(providers(settings))}
    if settings.domain:
        launcher["clusterDomain"] = settings.domain
    wanted = [
        thing("v1", "ConfigMap", "kfp-launcher", namespace, data=launcher),
        thing("v1", "ConfigMap", "metadata-grpc-configmap", namespace, data={
            "METADATA_GRPC_SERVICE_HOST": "metadata-grpc-service.kubeflow",
            "METADATA_GRPC_SERVICE_PORT": "8080"}),
        # data, not stringData: the API server keeps only data, so stringData would always differ.
        thing("v1", "Secret", KEYS, namespace, data={
            "accesskey": encoded(settings.access_key), "secretkey": encoded(settings.secret_key)})]
    if settings.key_format:
        wanted.append(artifact_repositories(settings, namespace))
    if settings.proxy:
        name = "ml-pipeline-ui-artifact"
        wanted += server(settings, namespace, name, settings.frontend, 80, 3000,
                         {"requests": {"cpu": "10m", "memory": "70Mi"},
                          "limits": {"cpu": "100m", "memory": "500Mi"}},
                         env=proxy_environment(settings, namespace))
    if settings.visualization:
        wanted += visualization_server(settings, namespace)
    return wanted


def providers(settings):
    """Where and how KFP's launcher reaches S3."""
    credentials = {"fromEnv": not settings.static}
    if settings.static:
        credentials["secretRef"] = {
            "secretName": KEYS, "accessKeyKey": "accesskey", "secretKeyKey": "secretkey"}
    return {"s3": {"default": {"endpoint": settings.endpoint, "region": settings.region,
                               "disableSSL": False, "credentials": credentials}}}


def artifact_repositories(settings, namespace):
    """Where Argo puts artifacts and logs; the key is upstream's, so references to it still hold."""
    s3 = {"endpoint": settings.endpoint, "bucket": settings.bucket, "region": settings.region,
          "insecure": False, "keyFormat": settings.key_format}
    if settings.static:
        s3["accessKeySecret"] = {"name": KEYS, "key": "accesskey"}
        s3["secretKeySecret"] = {"name": KEYS, "key": "secretkey"}
    else:
        s3["useSDKCreds"] = True
    config = thing("v1", "ConfigMap", "artifact-repositories", namespace,
                   data={"default-namespaced": compact({"archiveLogs": True, "s3": s3})})
    config["metadata"]["annotations"] = {
        "workflows.argoproj.io/default-artifact-repository": "default-namespaced"}
    return config


def proxy_environment(settings, namespace):
    keys = [("MINIO_ACCESS_KEY", "accesskey"), ("MINIO_SECRET_KEY", "secretkey")]
    if settings.static:  # under IRSA absent: the SDK would take them before the role's token
        keys += [("AWS_ACCESS_KEY_ID", "accesskey"), ("AWS_SECRET_ACCESS_KEY", "secretkey")]
    domain = (settings.domain or "svc.cluster.local").strip(".")
    plain = [("AWS_REGION", settings.region), ("AWS_S3_ENDPOINT", settings.endpoint),
             ("ML_PIPELINE_SERVICE_HOST", "ml-pipeline.kubeflow." + domain),
             ("ML_PIPELINE_SERVICE_PORT", "8888"), ("FRONTEND_SERVER_NAMESPACE", namespace)]
    if settings.domain:
        plain.append(("CLUSTER_DOMAIN", settings.domain))
    return [{"name": name, "valueFrom": {"secretKeyRef": {"name": KEYS, "key": key}}}
            for name, key in keys] + [{"name": name, "value": value} for name, value in plain]


def visualization_server(settings, namespace):
    """The server, reached over mutual TLS, and by the pipelines' API server alone."""
    name = "ml-pipeline-visualizationserver"
    caller = {"source": {"principals": ["cluster.local/ns/kubeflow/sa/ml-pipeline"]}}
    return server(settings, namespace, name, settings.visualization, 8888, 8888,
                  {"requests": {"cpu": "50m", "memory": "200Mi"},
                   "limits": {"cpu": "500m", "memory": "1Gi"}}) + [
        thing("networking.istio.io/v1alpha3", "DestinationRule", name, namespace, spec={
            "host": name, "trafficPolicy": {"tls": {"mode": "ISTIO_MUTUAL"}}}),
        thing("security.istio.io/v1beta1", "AuthorizationPolicy", name, namespace, spec={
            "selector": {"matchLabels": {"app": name}}, "rules": [{"from": [caller]}]})]


def server(settings, namespace, name, image, port, target, resources, **more):
    """A Deployment that runs as default-editor, and its Service."""
    container = dict(name=name, image="%s:%s" % (image, settings.version), **more)
    container.update(imagePullPolicy="IfNotPresent", ports=[{"containerPort": target}],
                     resources=resources)
    if settings.restricted:
        container["securityContext"] = {
            "allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}, "runAsGroup": 0,
            "runAsNonRoot": True, "runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}}
    labels = {"app": name}
    # A label: Istio's annotation of the same name is deprecated, and yields to it.
    pod = labels if settings.sidecar else dict(labels, **{"sidecar.istio.io/inject": "false"})
    deployment = thing("apps/v1", "Deployment", name, namespace, spec={
        "selector": {"matchLabels": labels},
        "template": {"metadata": {"labels": pod},
                     "spec": {"containers": [container], "serviceAccountName": "default-editor"}}})
    service = thing("v1", "Service", name, namespace, spec={"selector": labels, "ports": [
        {"name": "http", "port": port, "protocol": "TCP", "targetPort": target}]})
    deployment["metadata"]["labels"] = service["metadata"]["labels"] = labels
    return [deployment, service]


def thing(version, kind, name, namespace, **content):
    metadata = {"name": name, "namespace": namespace}
    return dict(apiVersion=version, kind=kind, metadata=metadata, **content)


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def encoded(value):
    return base64.b64encode(value.encode("utf-8", "surrogateescape")).decode("ascii")


def sync(settings, request):
    """The answer, in the protocol of the request."""
    require(isinstance(request, dict), "the request must be an object")
    spoken = [pair for pair in PROTOCOLS if pair[0] in request and pair[1] in request]
    require(len(spoken) == 1, "the request must hold parent and children or object and attachments")
    owner, owned = spoken[0]
    observed = request[owned]
    require(isinstance(observed, dict) and all(isinstance(o, dict) for o in observed.values()),
            owned + " must hold, by kind, objects by name")
    metadata = request[owner].get("metadata") if isinstance(request[owner], dict) else None
    require(isinstance(metadata, dict), owner + ".metadata must be an object")
    namespace, labels = metadata.get("name"), metadata.get("labels", {})
    require(isinstance(namespace, str) and re.fullmatch(NAMESPACE, namespace),
            owner + ".metadata.name must be the name of a namespace")
    # Strict, since to read a broken label as "not enabled" would delete all that the profile has.
    require(isinstance(labels, dict) and isinstance(labels.get(ENABLED, ""), str),
            owner + ".metadata.labels must be an object of texts")
    if labels.get(ENABLED) != "true":
        return {"status": {}, owned: []}
    wanted = objects(settings, namespace)
    counts = {}
    for item in wanted:
        kind = "%s.%s" % (item["kind"], item["apiVersion"])
        counts[kind] = counts.get(kind, 0) + 1
    seen = {kind: len(group) for kind, group in observed.items() if group}
    return {"status": {"kubeflow-pipelines-ready": str(seen == counts)}, owned: wanted}


def require(condition, problem):
    if not condition:
        raise RequestError(problem)


class Handler(BaseHTTPRequestHandler):
    timeout = 30  # seconds; a client that falls silent frees its thread

    def do_GET(self):
        if self.path == "/healthz":
            self.answer(200, {"status": "ok"})
        else:
            self.answer(404, {"error": "no such path"})

    def do_POST(self):
        try:
            request = self.request_body()
            if self.path != "/sync":
                return self.answer(404, {"error": "no such path"})
            try:
                request = json.loads(request.decode("utf-8"))
            except (ValueError, RecursionError):
                raise RequestError("the request must be JSON")
            self.answer(200, sync(self.server.settings, request))
        except RequestError as problem:
            self.answer(400, {"error": str(problem)})

    def request_body(self):
        length = self.headers.get("Content-Length", "")
        require(re.fullmatch("[0-9]{1,9}", length) and int(length) <= LARGEST_REQUEST,
                "Content-Length must be a number of bytes up to %d" % LARGEST_REQUEST)
        try:
            body = self.rfile.read(int(length))
        except socket.timeout:
            raise RequestError("the body did not arrive in time")
        require(len(body) == int(length), "the body is shorter than Content-Length")
        return body

    def answer(self, code, content):
        body = json.dumps(content).encode("utf-8")
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        if code != 200:
            print("answered %d: %s" % (code, content["error"]), flush=True)

    def log_message(self, format, *args):
        """Silent: the inherited one prints what the client sent."""


class Server(ThreadingHTTPServer):
    def __init__(self, settings, family, host):
        self.settings, self.address_family = settings, family
        super().__init__((host, settings.port), Handler)

    def server_bind(self):
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        # Past HTTPServer's own, which asks DNS for a name that nobody needs.
        socketserver.TCPServer.server_bind(self)


def listen(settings):
    """Both address families, for clusters of either; IPv4 alone on a node without IPv6."""
    try:
        return Server(settings, socket.AF_INET6, "::")
    except OSError:  # any other cause fails again here, and is told
        return Server(settings, socket.AF_INET, "0.0.0.0")


def main():
    try:
        listener = listen(Settings(os.environ))
    except (SettingError, OSError, OverflowError) as problem:
        print("sync.py: %s" % problem, file=sys.stderr)
        return 1
    # As process 1 of its container Python ignores SIGTERM, and the pod would end only by force.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    print("listening on port %d" % listener.server_address[1], flush=True)
    listener.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
