import java.nio.file.Files

// The small base of the library's tests.
def base = new File(basedir, '../../../../generator-core/src/test/prove/base')
def here = new File(basedir, 'base')
assert here.mkdir()
base.eachFile { Files.copy(it.toPath(), here.toPath().resolve(it.name)) }
