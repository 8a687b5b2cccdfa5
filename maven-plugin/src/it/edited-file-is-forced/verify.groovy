def log = new File(basedir, 'build.log').text

assert log.contains('[INFO] modified rds-only/kustomization.yaml')
assert log.contains('[INFO] added rds-only/pipeline/rds/kustomization.yaml')
assert log.contains("files changed in ${basedir}/overlays: 2")
assert log.contains("${basedir}/overlays is up to date")
assert !new File(basedir, 'overlays/rds-only/kustomization.yaml').text.contains('# edited')
