def log = new File(basedir, 'build.log').text

['generate', 'check', 'diff', 'validate', 'prove', 'help'].each { assert log.contains("\nkfaws:$it\n") }
['file', 'output', 'templates', 'force', 'deleteProfiles', 'toRelease', 'skip', 'generate.skip', 'check.skip', 'diff.skip', 'validate.skip', 'prove.skip', 'engine', 'timeout'].each {
  assert log.contains("User property: kfaws.$it\n")
}
assert log.contains('file (Default: ${basedir}/kfaws.yaml)')
