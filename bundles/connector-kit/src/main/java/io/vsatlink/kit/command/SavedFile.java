/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.command;

import io.vsatlink.remote.file.NamedFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file with a saved response, or a description of an API, that somebody named in a command. */
final class SavedFile {
    /** The same limit as for a response in a poll. */
    private static final int MOST_BYTES = 32 << 20;

    private SavedFile() {}

    /**
     * @param what it should be, for people
     * @throws IllegalArgumentException with a sentence if it can't be read
     */
    static byte[] read(String file, String what) {
        Path path = Path.of(file);
        try {
            return new NamedFile(MOST_BYTES).read(path);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    path.toAbsolutePath() + " can't be read as " + what + ": "
                            + (e instanceof FileSystemException
                                    ? "the file does not exist or is not readable for this process"
                                    : e.getMessage()),
                    e);
        }
    }
}
