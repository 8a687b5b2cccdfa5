// Who embeds the library gets the libraries that it was tested with: what only our parent manages does not travel.
def jars = { file -> file.text.trim().split(File.pathSeparator).collect { new File(it).name }.findAll { !it.startsWith('kfaws-') }.sort() }
def tested = jars(new File(basedir, '../../../../generator-core/target/embedding/runtime.txt'))
assert tested.size() > 20
assert jars(new File(basedir, 'classpath.txt')) == tested
