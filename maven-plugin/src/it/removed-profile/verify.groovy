def log = new File(basedir, 'build.log').text
def refused = { "overlays/profiles/all/${it}.yaml: error: Profile ${it} and its namespace would go, " }
def times = { log.split(java.util.regex.Pattern.quote(it.toString()), -1).length - 1 }

assert times(refused('team-a')) == 1
assert times(refused('team-b')) == 2
assert log.contains('let it go by name: --delete-profile team-a (kfaws.deleteProfiles)')
assert log.contains('overlays/profiles: error: no Profile tema-b would go [profile-not-removed]')
assert log.contains('hint: did you mean team-b? would go: team-a, team-b')
assert !(log =~ /(?m)^\s+at /)

assert log =~ /\[WARNING\] \S+overlays\/profiles\/all\/team-a\.yaml: warning: Profile team-a and its namespace would go/

assert log.contains('[INFO] removed profiles/all/team-b.yaml')
assert log.contains('[INFO]   kubectl delete namespace team-a team-b')
assert log.contains('[INFO] Role arn:aws:iam::012345678901:role/kf-team-a of Profile team-a is still in AWS.')
assert log.contains('[INFO]   aws iam delete-role --role-name kf-team-a')
assert log.contains("${basedir}/overlays is up to date")
assert !new File(basedir, 'overlays/profiles').exists()
