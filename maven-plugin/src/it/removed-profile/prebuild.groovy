import io.kfaws.files.FileTree
import io.kfaws.files.Overwrite

// An earlier configuration had two profiles.
def profile = { "apiVersion: kubeflow.org/v1\nkind: Profile\nmetadata:\n  name: ${it}\n".toString() }
assert FileTree.builder()
    .put('profiles/all/kustomization.yaml', 'kind: Kustomization\nresources:\n  - team-a.yaml\n  - team-b.yaml\n')
    .put('profiles/all/team-a.yaml', profile('team-a'))
    .put('profiles/all/team-b.yaml', profile('team-b'))
    .build()
    .applyTo(new File(basedir, 'overlays').toPath(), Overwrite.REFUSE)
    .changes()
