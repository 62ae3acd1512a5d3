/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Compares the files of a directory with its manifest, byte by byte. */
public final class ManifestCheck {
    private static final int PIECE = 1 << 16;

    private final Path directory;

    public ManifestCheck(Path directory) {
        this.directory = directory;
    }

    /** The manifest; empty for none. */
    public Optional<Manifest> manifest() throws IOException {
        return Manifest.read(directory);
    }

    /** One sentence for each file that differs from the manifest; empty if the set is complete. */
    public List<String> problems() throws IOException {
        Optional<Manifest> manifest = manifest();
        if (manifest.isEmpty()) {
            return List.of("there is no " + Manifest.NAME + " in " + directory);
        }
        List<String> problems = new ArrayList<>();
        for (Manifest.Entry entry : manifest.get().files()) {
            problem(entry).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<String> problem(Manifest.Entry entry) throws IOException {
        if (!isBeside(entry.name())) {
            return Optional.of("\"" + entry.name() + "\" is not the name of a file in the manifest's directory");
        }
        Path file = directory.resolve(entry.name());
        if (!Files.isRegularFile(file)) {
            return Optional.of(entry.name() + " is missing");
        }
        long bytes = Files.size(file);
        if (bytes != entry.bytes()) {
            return Optional.of(entry.name() + " has " + bytes + " bytes, but the manifest has " + entry.bytes());
        }
        return sha256(file, bytes).equals(entry.sha256())
                ? Optional.empty()
                : Optional.of(entry.name() + " does not match the checksum in the manifest");
    }

    /** A manifest may have been edited, or damaged by the disk. */
    private boolean isBeside(String name) {
        try {
            return directory.equals(directory.resolve(name).getParent());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String sha256(Path file, long bytes) throws IOException {
        var digest = StagedFile.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            // no more than expected: a file that grows all the time would keep us here
            byte[] piece = new byte[PIECE];
            long left = bytes;
            int read = in.read(piece, 0, (int) Math.min(PIECE, left));
            while (read > 0) {
                digest.update(piece, 0, read);
                left -= read;
                read = in.read(piece, 0, (int) Math.min(PIECE, left));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
