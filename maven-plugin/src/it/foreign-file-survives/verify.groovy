def log = new File(basedir, 'build.log').text
def overlays = new File(basedir, 'overlays')

for (mine in ['README.md', 'rds-only/mine.yaml', 's3-only/mine.yaml']) {
  assert new File(overlays, mine).text == "mine: $mine\n"
}
assert log.contains("[WARNING] ${basedir}/kfaws.yaml:13:1: warning: s3: ")
assert log.contains('[INFO] removed s3-only/kustomization.yaml')
assert new File(overlays, 's3-only').list() == ['mine.yaml']
assert new File(overlays, 'rds-only/kustomization.yaml').file
assert log.contains("$overlays is up to date")
