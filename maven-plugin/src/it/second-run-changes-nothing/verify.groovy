def touched = []
def seen = 0
new File(basedir, 'overlays').eachFileRecurse {
  seen++
  if (it.lastModified() != 1_000_000_000_000L) {
    touched << it
  }
}

assert new File(basedir, 'build.log').text.contains("${basedir}/overlays is up to date")
assert seen > 5
assert touched == []
