package io.vsatlink.exporter;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in a sentence what a file system refused. */
final class FileProblem {

    private FileProblem() {}

    static String sentence(Path directory, IOException e) {
        return what(directory, e) + "; the files before stay as they were";
    }

    private static String what(Path directory, IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " is not writable for this process (permission denied)";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return directory + " is not a directory";
        }
        if (e instanceof AtomicMoveNotSupportedException) {
            return directory + " can't rename files in one step, so a whole set can't be promised there";
        }
        if (e instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getFile() + ": " + problem.getReason();
        }
        return directory + ": " + e.getMessage();
    }
}
