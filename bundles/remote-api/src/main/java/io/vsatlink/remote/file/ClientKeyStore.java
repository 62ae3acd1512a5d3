/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.file;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A PKCS #12 file with a client's key and certificate.
 *
 * @param password of the file and of its key
 */
public record ClientKeyStore(Path file, String password) {

    public ClientKeyStore {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return file + " with password ***";
    }
}
