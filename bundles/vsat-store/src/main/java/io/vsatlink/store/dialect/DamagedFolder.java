/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a damaged database out of the way of a new one. The database is marked immediately and moved before the next boot; it
 * is never booted again, even after a crash in between.
 *
 * @param path the folder of the database
 */
record DamagedFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedFolder.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    void mark() {
        try {
            if (!Files.exists(marker())) {
                Files.createFile(marker(), OwnerOnly.file());
            }
            Files.writeString(marker(), "The database beside this file is damaged.\n");
        } catch (IOException e) {
            throw new StoreException(
                    "The database at " + path + " is damaged, and " + marker() + " cannot be written: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Moves the database aside if it is marked. */
    void moveAside() {
        if (!Files.exists(marker())) {
            return;
        }
        Path aside = path.resolveSibling(
                prefix() + STAMP.format(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC)));
        try {
            if (Files.exists(path)) {
                Files.move(path, aside);
                LOG.error(
                        "The database at {} is damaged; it was moved to {} and a new one will be created", path, aside);
            }
            Files.delete(marker());
        } catch (IOException e) {
            throw new StoreException(
                    "The database at " + path + " is damaged and cannot be moved to " + aside + ": " + e.getMessage(),
                    e);
        }
    }

    /** The damaged database that was moved aside last; empty if there is none or it has been removed. */
    Optional<Path> aside() {
        try (Stream<Path> siblings = Files.list(path.getParent())) {
            return siblings.filter(sibling -> sibling.getFileName().toString().startsWith(prefix()))
                    .max(Comparator.naturalOrder());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private String prefix() {
        return path.getFileName() + "-damaged-";
    }

    private Path marker() {
        return path.resolveSibling(path.getFileName() + ".damaged");
    }
}
