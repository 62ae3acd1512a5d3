package io.vsatlink.exporter.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A set of files that appears as one: all are staged and on the disk before the first gets its name. */
final class FileSet implements AutoCloseable {
    private final Path directory;
    private final List<StagedFile> staged = new ArrayList<>();

    /** Opens a set in a directory, which is created where it is missing; leftovers of a kill are removed. */
    FileSet(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        try (DirectoryStream<Path> leftovers =
                Files.newDirectoryStream(directory, StagedFile.PREFIX + "*" + StagedFile.SUFFIX)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
    }

    /** What writes a file's content. */
    interface Content {
        /** @return how many rows it has */
        long write(OutputStream out) throws IOException;
    }

    /** A file that is on the disk, not yet under its name. */
    record Staged(String name, long rows, FileSeal seal) {}

    Staged stage(String name, Content content) throws IOException {
        StagedFile file = StagedFile.create(directory, name);
        staged.add(file);
        long rows = content.write(file);
        return new Staged(name, rows, file.seal());
    }

    /** Names all files in the order in which they were staged. */
    void publish() throws IOException {
        for (StagedFile file : staged) {
            file.publish();
        }
        staged.clear();
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        for (StagedFile file : staged) {
            file.discard();
        }
    }
}
