def overlay = new File(basedir, 'overlays/rds-only')

assert new File(overlay, 'secrets-manager/rds/kustomization.yaml').text.endsWith('# Approved by the platform team.\n')
assert new File(overlay, 'pipeline/rds/kustomization.yaml').file
assert new File(basedir, 'build.log').text.contains("${basedir}/overlays is up to date")
