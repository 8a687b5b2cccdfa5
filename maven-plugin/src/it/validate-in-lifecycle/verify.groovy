def log = new File(basedir, 'build.log').text

assert log.count(':validate (default)') >= 2
assert log.count("${basedir}/kfaws.yaml is valid: ") == 2
assert log.count('BUILD SUCCESS') == 1
assert log =~ /Failed to execute goal \S+:check \(default\) .*is not what .* asks for/
