def log = new File(basedir, 'build.log').text

assert log.contains('[INFO] modified s3-only/kustomization.yaml\n--- a/s3-only/kustomization.yaml\n+++ b/s3-only/kustomization.yaml\n')
assert log.contains('-  - "https://github.com/kubeflow/manifests//example?ref=v1.10.2"\n+  - "https://github.com/kubeflow/manifests//example?ref=26.03"\n')
assert log.contains('[INFO] files that differ with Kubeflow 26.03: 9')
assert log.contains('[INFO] Kubeflow v1.10.2 has the same files')
assert log.contains('s3.access.irsa: Kubeflow v1.11.0 cannot do this')
assert !new File(basedir, 'overlays').exists()
