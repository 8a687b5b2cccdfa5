def log = new File(basedir, 'build.log').text

// The aggregator has a configuration of its own.
assert new File(basedir, 'overlays/rds-only/kustomization.yaml').exists()
assert log.contains("${basedir}/overlays is up to date")

// One module that fails does not hide the others.
assert log.contains("${basedir}/c/overlays is up to date")
def message = log.substring(log.indexOf('Failed to execute goal'))
assert message.contains('4 of 6 projects failed\n')
assert message.contains('[ERROR] a: the configuration cannot be fulfilled:\n')
assert message =~ /\[ERROR\] \S+a\/kfaws\.yaml:\d+:\d+: error: cluster\.region/
assert message.contains("[ERROR] b: ${basedir}/b/overlays is not what ${basedir}/b/kfaws.yaml asks for")
// A module whose POM names its configuration has one.
assert message.contains('[ERROR] d: the configuration cannot be fulfilled:\n')
assert message.contains("${basedir}/d/misspelt.yaml: error: there is no such file")
// Nor does one whose POM Maven cannot take.
assert message =~ /\[ERROR\] wrong-pom: .*'?output'?/
assert !new File(basedir, 'b/overlays').exists()
assert !(log =~ /(?m)^\s+at /)
