package io.vsatlink.exporter.files;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file being written under a temporary name beside its final one, counted and digested on the way. */
final class StagedFile extends FilterOutputStream {
    /** Begins the name of every temporary file, so that leftovers of a kill are known as ours. */
    static final String PREFIX = ".vsatlink-";

    static final String SUFFIX = ".tmp";
    private static final int BUFFER = 1 << 16;

    private final Path temporary;
    private final Path target;
    private final FileChannel channel;
    private final MessageDigest digest;

    private StagedFile(Path temporary, Path target, FileChannel channel, MessageDigest digest) {
        super(new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER));
        this.temporary = temporary;
        this.target = target;
        this.channel = channel;
        this.digest = digest;
    }

    static StagedFile create(Path directory, String name) throws IOException {
        Path temporary = directory.resolve(PREFIX + name + SUFFIX);
        FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        return new StagedFile(temporary, directory.resolve(name), channel, sha256());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /** Ends the writing; what was written is on the disk then. */
    FileSeal seal() throws IOException {
        flush();
        channel.force(true);
        long bytes = channel.size();
        close();
        return new FileSeal(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Gives the sealed file its final name, in one step. */
    void publish() throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not published. */
    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
