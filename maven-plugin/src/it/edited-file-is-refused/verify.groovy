def log = new File(basedir, 'build.log').text
def message = log.substring(log.indexOf('Failed to execute goal'))

assert message =~ /\[ERROR\] \S*overlays\/rds-only\/kustomization\.yaml: error: /
assert !(log =~ /(?m)^\s+at /)
assert new File(basedir, 'overlays/rds-only/kustomization.yaml').text.endsWith('# edited\n')
// All or nothing: the lost file was not written either.
assert !new File(basedir, 'overlays/rds-only/pipeline/rds/kustomization.yaml').exists()
