/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A set of files that is published together: all are staged and on the disk before the first gets its name. */
final class FileSet implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileSet.class);

    private final OpenDirectory directory;
    private final Readers readers;
    private final List<StagedFile> staged = new ArrayList<>();

    /** Opens a set in a directory; leftovers of a kill are removed. */
    FileSet(OpenDirectory directory, Readers readers) throws IOException {
        this.directory = directory;
        this.readers = readers;
        List<String> present = directory.files();
        for (String ours : Layout.namesOfOurs()) {
            String leftover = StagedFile.temporaryName(ours);
            if (present.contains(leftover)) {
                directory.delete(leftover);
            }
        }
    }

    /** Writes a file's content. */
    interface Content {
        /** @return the number of rows */
        long write(OutputStream out) throws IOException;
    }

    /** A file that is on the disk, not yet under its name. */
    record Staged(String name, long rows, FileSeal seal) {}

    Staged stage(String name, Content content) throws IOException {
        StagedFile file = StagedFile.create(directory, name);
        staged.add(file);
        long rows = content.write(file);
        return new Staged(name, rows, file.seal(readers));
    }

    /**
     * Names all files in the order of staging, and then removes others.
     *
     * @param superseded names of files of the previous set that this set does not have
     * @throws PublishException if it fails after the first file has its name; any other exception leaves all unchanged
     */
    void publish(Collection<String> superseded) throws IOException {
        if (!staged.stream().allMatch(StagedFile::permitted)) {
            LOG.warn(
                    "The file system of {} has no permissions: access to the files depends on its mount options",
                    directory.path());
        }
        int named = 0;
        try {
            for (StagedFile file : staged) {
                file.publish();
                named++;
            }
        } catch (IOException e) {
            throw named == 0
                    ? e
                    : new PublishException(
                            "some files are new and some are of the previous export; export:verify fails until an"
                                    + " export succeeds",
                            e);
        }
        try {
            List<String> present = directory.files();
            for (String name : superseded) {
                if (present.contains(name)) {
                    directory.delete(name);
                }
            }
            directory.force();
        } catch (IOException e) {
            throw new PublishException(
                    "the new files are in place; files of formats that are no longer configured may remain", e);
        }
    }

    /** Removes unpublished files. If that fails too, the next export removes them. */
    @Override
    public void close() {
        for (StagedFile file : staged) {
            try {
                file.discard();
            } catch (IOException e) {
                LOG.debug("a temporary file remains in {}", directory.path(), e);
            }
        }
    }
}
