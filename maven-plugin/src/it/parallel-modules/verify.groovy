def log = new File(basedir, 'build.log').text

['a', 'b', 'c'].each { module ->
  def folder = new File(basedir, "$module/out")
  assert log.contains("$folder is up to date")
  def provider = new File(folder, 'rds-only/secrets-manager/rds/secret-provider.yaml').text
  assert provider.contains("kf-rds-secret-$module")
}
// The aggregator asks for nothing, and Maven would warn of a goal that is not thread-safe.
assert !new File(basedir, 'out').exists()
assert !log.contains('[WARNING]')
