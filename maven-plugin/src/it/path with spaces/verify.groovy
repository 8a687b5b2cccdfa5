assert basedir.name == 'path with spaces'
assert new File(basedir, 'build.log').text.contains("${basedir}/overlays is up to date")
assert new File(basedir, 'overlays/rds-only/kustomization.yaml').file
