def log = new File(basedir, 'build.log').text

// A fault of the system is an error of the execution, not a failure of the configuration.
assert log.contains("generating /sys/overlays from ${basedir}/kfaws.yaml: ")
assert log =~ /kfaws\.yaml: java\.\S+Exception: \/sys\/overlays/
assert log.contains('MojoExecutionException')
assert !(log =~ /(?m)^\s+at /)
