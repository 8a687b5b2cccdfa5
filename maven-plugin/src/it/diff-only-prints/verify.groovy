def log = new File(basedir, 'build.log').text

assert log.contains("[INFO] added rds-only/kustomization.yaml\n--- /dev/null\n+++ b/rds-only/kustomization.yaml\n@@ -0,0 +1,")
assert log =~ /files that generate would change in \S+\/overlays: \d+/
assert log.contains('BUILD SUCCESS')
assert !new File(basedir, 'overlays').exists()
