def log = new File(basedir, 'build.log').text
def provider = 'rds-only/secrets-manager/rds/secret-provider.yaml'

// The diffs, each whole and ready for patch(1) ...
assert log.contains("[ERROR] added rds-only/kustomization.yaml\n--- /dev/null\n+++ b/rds-only/kustomization.yaml\n@@ -0,0 +1,")
assert log.contains("[ERROR] modified $provider\n--- a/$provider\n+++ b/$provider\n@@ -")
assert log =~ /(?m)^-.*kf-older-secret/
assert log =~ /(?m)^\+.*kf-rds-secret/

// ... and the message that ends the build, which names each file.
def message = log.substring(log.indexOf('Failed to execute goal'))
assert message.contains("${basedir}/overlays is not what ${basedir}/kfaws.yaml asks for; generate would change\n")
assert message.contains('[ERROR]   added rds-only/kustomization.yaml\n')
assert message.contains("[ERROR]   modified $provider\n")
assert message.contains('[ERROR]   hint: run kfaws:generate and commit what it writes')
assert !(log =~ /(?m)^\s+at /)

// Nothing was mended.
assert !new File(basedir, 'overlays/rds-only/kustomization.yaml').exists()
assert new File(basedir, "overlays/$provider").text.contains('kf-older-secret')
