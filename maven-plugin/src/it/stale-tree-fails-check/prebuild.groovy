import io.kfaws.Kfaws
import io.kfaws.Overwrite
import io.kfaws.Source

// The overlays are those of an older configuration; one of their files is lost.
def file = basedir.toPath().resolve('kfaws.yaml')
def overlays = basedir.toPath().resolve('overlays')
def older = Source.read(file).text().replace('kf-rds-secret', 'kf-older-secret')
assert Kfaws.create().generate(Source.of(file, older), overlays).apply(Overwrite.REFUSE).changes()
assert new File(basedir, 'overlays/rds-only/kustomization.yaml').delete()
