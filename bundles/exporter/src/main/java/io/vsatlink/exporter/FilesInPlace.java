package io.vsatlink.exporter;

import io.vsatlink.exporter.files.Manifest;
import java.util.List;

/**
 * The set of files that lies in the path.
 *
 * @param files as its manifest lists them; empty where there is none
 * @param check one sentence on how they compare with the manifest; empty while nobody compared them
 */
record FilesInPlace(List<Manifest.Entry> files, String check) {
    static final FilesInPlace NONE = new FilesInPlace(List.of(), "");

    static FilesInPlace of(Manifest manifest) {
        return new FilesInPlace(manifest.files(), "");
    }

    FilesInPlace checked(String verdict) {
        return new FilesInPlace(files, verdict);
    }
}
