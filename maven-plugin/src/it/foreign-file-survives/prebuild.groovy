import io.kfaws.Kfaws
import io.kfaws.Overwrite
import io.kfaws.Source

// The older configuration had one overlay more. The user has added a file beside the overlays, and one in each.
def file = basedir.toPath().resolve('kfaws.yaml')
def overlays = basedir.toPath().resolve('overlays')
def older = Source.read(file).text().replace('[rds-only]', '[rds-only, s3-only]')
assert Kfaws.create().generate(Source.of(file, older), overlays).apply(Overwrite.REFUSE).changes()
for (mine in ['README.md', 'rds-only/mine.yaml', 's3-only/mine.yaml']) {
  new File(basedir, "overlays/$mine").text = "mine: $mine\n"
}
