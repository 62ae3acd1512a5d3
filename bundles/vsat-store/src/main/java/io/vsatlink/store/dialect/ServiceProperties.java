/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that marks a folder as a Derby database. It states where the catalog begins, which is the same for every database of
 * an engine; but if the file is missing or damaged, nothing in the database can be reached.
 */
record ServiceProperties(Path database) {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProperties.class);

    /** The locale of creation: differs between databases, and nothing of ours depends on it. */
    private static final String LOCALE = "derby.serviceLocale";

    /** Restores the content of an unreadable file; the unreadable file is kept. */
    void mend() {
        if (!Files.isDirectory(database.resolve("seg0")) || isWhole()) {
            return;
        }
        Path part = database.resolve("service.properties.part");
        try {
            Files.deleteIfExists(part);
            try (FileChannel channel = FileChannel.open(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file())) {
                PreparedDatabase.copy(file().getFileName().toString(), channel);
                channel.force(true);
            }
            if (Files.exists(file())) {
                Files.move(file(), unreadable(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
            LOG.warn("The file {} could not be read and was restored", file());
        } catch (IOException e) {
            throw new StoreException("The file " + file() + " cannot be read and cannot be restored: " + e, e);
        }
    }

    private boolean isWhole() {
        try (Reader text = Files.newBufferedReader(file(), StandardCharsets.ISO_8859_1)) {
            Properties found = new Properties();
            found.load(text);
            Properties expected = PreparedDatabase.serviceProperties();
            return expected.stringPropertyNames().stream()
                    .filter(name -> !name.equals(LOCALE))
                    .allMatch(name -> expected.getProperty(name).equals(found.getProperty(name)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("these are not the properties of a database", e);
            return false;
        }
    }

    /** The unreadable file; empty if there is none or it has been removed. */
    Optional<Path> aside() {
        return Optional.of(unreadable()).filter(Files::exists);
    }

    private Path file() {
        return database.resolve("service.properties");
    }

    private Path unreadable() {
        return database.resolve("service.properties-unreadable");
    }
}
