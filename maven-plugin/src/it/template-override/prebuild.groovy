import io.kfaws.Kfaws

// The user's version of one file: the built-in one and a comment.
def path = 'secrets-manager/rds/kustomization.yaml'
def mine = new File(basedir, "mine/$path")
def builtIn = Kfaws.getResource("/io/kfaws/templates/common/$path").text
mine.parentFile.mkdirs()
mine << builtIn + '# Approved by the platform team.\n'
assert mine.file
