def log = new File(basedir, 'build.log').text

assert log =~ /\[INFO\] built with .*, kustomize \d+\.\d+\.\d+\n/
assert log.contains('[INFO] rds-only: 28 objects\n')
assert log.contains('[INFO]   wrong-consumer-value: 20 proven\n')

assert log.contains('[INFO]   wrong-consumer-value: 19 proven, 1 findings\n')
assert log.contains("${basedir}/overlays is not proven to be what the configuration says:\n")
assert log =~ /DBCONFIG_MYSQLCONFIG_HOST: is "mysql\.kubeflow" instead of "db\..*" \[wrong-consumer-value\]/

assert log.contains('nothing can be proven:\n')
assert log =~ /no-such-engine: error: there is no such program.* \[no-engine\]/
assert log =~ /params\.env: error: is not what the configuration asks for \[not-up-to-date\]/
assert !(log =~ /(?m)^\s+at /)
