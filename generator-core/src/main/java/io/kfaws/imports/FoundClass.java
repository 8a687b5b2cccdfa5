package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Location;
import io.kfaws.kube.Manifest;
import io.kfaws.secrets.MountedFile;
import io.kfaws.secrets.MountedObject;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Document;
import java.util.Optional;

/**
 * A SecretProviderClass that others wrote.
 *
 * @param object where it is
 * @param objects the list inside of it, as the provider decodes it
 * @param model what it says
 */
record FoundClass(Manifest object, Document objects, SecretProviderClass model) {

  /** The Secret of this name that it makes, if it makes one. */
  Optional<SyncedSecret> synced(String secretName) {
    return model.secretObjects().stream()
        .filter(secret -> secret.secretName().equals(secretName))
        .findFirst();
  }

  /** What a file of it is made of. */
  Optional<MountedObject> source(String file) {
    return Optional.ofNullable(model.files().get(file)).map(MountedFile::object);
  }

  /**
   * Whether it is one of Kubeflow's own, which a configuration has under {@code rds} and {@code
   * s3}.
   */
  boolean isKubeflows() {
    return StoragePart.isKubeflow(object)
        && (synced(StoragePart.RDS_SECRET.secret()).isPresent()
            || synced(StoragePart.S3_SECRET.secret()).isPresent());
  }

  /** Where a mounted object is, inside the text that holds the list. */
  Location at(MountedObject mounted) {
    return at(mounted, "objectName");
  }

  /** Where a mounted object has a key. */
  Location at(MountedObject mounted, String key) {
    int index = model.objects().indexOf(mounted);
    return objects.at(JsonPointer.empty().appendIndex(index).appendProperty(key));
  }
}
