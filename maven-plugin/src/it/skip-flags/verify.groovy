def log = new File(basedir, 'build.log').text

assert log.count('kfaws is skipped') == 10
assert log.count("${basedir}/kfaws.yaml: error: there is no such file") == 1
assert !new File(basedir, 'overlays').exists()
