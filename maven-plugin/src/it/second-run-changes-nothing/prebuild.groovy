import io.kfaws.Kfaws
import io.kfaws.Overwrite
import io.kfaws.Source

def folder = basedir.toPath()
def configuration = Source.read(folder.resolve('kfaws.yaml'))
assert Kfaws.create().generate(configuration, folder.resolve('overlays')).apply(Overwrite.REFUSE).changes()

new File(basedir, 'overlays').eachFileRecurse { assert it.setLastModified(1_000_000_000_000L) }
