// The goals are bound where there is nothing, and not in the module that has a configuration.
assert new File(basedir, 'build.log').text.contains("${basedir}/kfaws.yaml: error: there is no such file")
