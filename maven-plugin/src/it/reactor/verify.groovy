def log = new File(basedir, 'build.log').text

def a = new File(basedir, 'a/overlays')
def b = new File(basedir, 'b/out')
assert new File(a, 'rds-only/secrets-manager/rds/secret-provider.yaml').text.contains('kf-rds-secret-a')
assert new File(b, 'rds-only/secrets-manager/rds/secret-provider.yaml').text.contains('kf-rds-secret-b')
assert !new File(basedir, 'overlays').exists()
assert !new File(basedir, 'without/overlays').exists()
assert !new File(basedir, 'skipped/overlays').exists()

assert log.contains("${basedir}/a/kfaws.yaml is valid: ")
assert log.contains("${basedir}/b/installation.yaml is valid: ")
// diff, two checks of all modules, and the one of the file alone; for b the one of the module alone.
assert log.count("$a is up to date") == 4
assert log.count("$b is up to date") == 4
assert log.count("there is no ${basedir}/kfaws.yaml; the modules have their own") == 5
assert log.count("there is no ${basedir}/without/kfaws.yaml: nothing to do") == 6
assert log.count('kfaws is skipped') == 5
assert log.contains("no project of this build has a configuration; there is no\n[ERROR]   ${basedir}/without/kfaws.yaml\n[ERROR]   ${basedir}/neither/kfaws.yaml\n")
assert log.contains("${basedir}/kfaws.yaml: error: there is no such file")
assert log.count('BUILD SUCCESS') == 5
assert !log.contains('[WARNING]')
