/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file being written under a temporary name beside its final one, counted and digested on the way. */
final class StagedFile extends FilterOutputStream {
    /** The prefix of every temporary file, so that leftovers of a kill are recognized as ours. */
    private static final String PREFIX = ".vsatlink-";

    private static final String SUFFIX = ".tmp";
    private static final int BUFFER = 1 << 16;

    private final OpenDirectory directory;
    private final String name;
    private final FileChannel channel;
    private final MessageDigest digest;
    private boolean permitted;
    private boolean published;

    private StagedFile(OpenDirectory directory, String name, FileChannel channel, MessageDigest digest) {
        super(new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER));
        this.directory = directory;
        this.name = name;
        this.channel = channel;
        this.digest = digest;
    }

    static StagedFile create(OpenDirectory directory, String name) throws IOException {
        return new StagedFile(directory, name, directory.create(temporaryName(name)), sha256());
    }

    static String temporaryName(String name) {
        return PREFIX + name + SUFFIX;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /** Ends the writing; what was written is on the disk then, for those who may read it. */
    FileSeal seal(Readers readers) throws IOException {
        flush();
        permitted = directory.permit(temporaryName(name), readers.ofFiles());
        channel.force(true);
        long bytes = channel.size();
        close();
        return new FileSeal(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether the sealed file is open to those who may read it and to nobody else, as far as the platform tells. */
    boolean permitted() {
        return permitted;
    }

    /** Gives the sealed file its final name, in one step. */
    void publish() throws IOException {
        directory.rename(temporaryName(name), name);
        published = true;
    }

    /** Removes it, unless it was published. */
    void discard() throws IOException {
        channel.close();
        if (!published) {
            directory.delete(temporaryName(name));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime provides SHA-256", e);
        }
    }
}
