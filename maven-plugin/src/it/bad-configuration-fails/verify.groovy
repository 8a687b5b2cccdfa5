def log = new File(basedir, 'build.log').text
def message = log.substring(log.indexOf('Failed to execute goal'))

// All findings, each once, with its place and its hint.
def findings = message.readLines().findAll { it.contains('kfaws.yaml:') }
assert findings.any { it.startsWith("[ERROR] ${basedir}/kfaws.yaml:11:9: error: rds.port: ") }
assert findings.any { it.startsWith("[ERROR] ${basedir}/kfaws.yaml:12:") && it.contains(': error: rds.secretNam: ') }
assert findings.toUnique() == findings
assert message =~ /\[ERROR\]   hint: .*secretName/

assert !(log =~ /(?m)^\s+at /)
assert !new File(basedir, 'overlays').exists()
