def log = new File(basedir, 'build.log').text

// validate and check, with b and without, and check on the command line.
assert log.count("there is no ${basedir}/kfaws.yaml; the modules have their own") == 5
assert log.count("${basedir}/a/overlays is up to date") >= 2
assert log.count("${basedir}/b/kfaws.yaml: error: there is no such file") == 2
assert log.count("${basedir}/kfaws.yaml: error: there is no such file") == 1
assert log.count('BUILD SUCCESS') == 2
assert !log.contains('[WARNING]')
