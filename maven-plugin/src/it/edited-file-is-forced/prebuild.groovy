import io.kfaws.Kfaws
import io.kfaws.Overwrite
import io.kfaws.Source

// The user has edited one generated file; another is lost.
def folder = basedir.toPath()
def configuration = Source.read(folder.resolve('kfaws.yaml'))
assert Kfaws.create().generate(configuration, folder.resolve('overlays')).apply(Overwrite.REFUSE).changes()
new File(basedir, 'overlays/rds-only/kustomization.yaml') << '# edited\n'
assert new File(basedir, 'overlays/rds-only/pipeline/rds/kustomization.yaml').delete()
