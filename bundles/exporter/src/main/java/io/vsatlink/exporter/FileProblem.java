/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.exporter.files.PublishException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Describes a file system's refusal in a sentence. */
final class FileProblem {

    private FileProblem() {}

    /** @param directory the target, for refusals that name a file in it, or none */
    static String sentence(Path directory, IOException e) {
        return e instanceof PublishException half
                ? what(directory, half.refusal()) + "; " + half.consequence()
                : what(directory, e) + "; the previous files are unchanged";
    }

    private static String what(Path directory, IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return "the export to " + directory + " was stopped";
        }
        if (e instanceof AccessDeniedException denied) {
            return named(directory, denied) + " is not writable for this process (permission denied)";
        }
        if (e instanceof NoSuchFileException missing) {
            return named(directory, missing) + " does not exist";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return directory + " is not a directory";
        }
        if (e instanceof AtomicMoveNotSupportedException) {
            return directory + " can't rename files atomically, so a complete set can't be guaranteed there";
        }
        if (e instanceof FileSystemException problem && problem.getReason() != null) {
            return named(directory, problem) + ": " + problem.getReason();
        }
        return directory + ": " + e.getMessage();
    }

    /** The file that is in the way: for a rename, the one with the new name. */
    private static Path named(Path directory, FileSystemException e) {
        return directory.resolve(e.getOtherFile() == null ? e.getFile() : e.getOtherFile());
    }
}
