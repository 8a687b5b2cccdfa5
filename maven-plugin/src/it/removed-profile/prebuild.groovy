import io.kfaws.files.FileTree
import io.kfaws.Overwrite

// An earlier configuration had two profiles, one of them with a role.
def profile = { "apiVersion: kubeflow.org/v1\nkind: Profile\nmetadata:\n  name: ${it}\n".toString() }
def issuer = 'oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF'
def trust = """{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Federated": "arn:aws:iam::012345678901:oidc-provider/${issuer}"},
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": {"StringEquals": {"${issuer}:sub": "system:serviceaccount:team-a:default-editor"}}
  }
}
""".toString()
assert FileTree.builder()
    .put('profiles/all/kustomization.yaml', 'kind: Kustomization\nresources:\n  - team-a.yaml\n  - team-b.yaml\n')
    .put('profiles/all/team-a.yaml', profile('team-a'))
    .put('profiles/all/team-b.yaml', profile('team-b'))
    .put('iam/roles.jsonl', '{"arn": "arn:aws:iam::012345678901:role/kf-team-a", "trustPolicy": "trust-policy.json"}\n')
    .put('iam/trust-policy.json', trust)
    .build()
    .applyTo(new File(basedir, 'overlays').toPath(), Overwrite.REFUSE)
    .changes()
