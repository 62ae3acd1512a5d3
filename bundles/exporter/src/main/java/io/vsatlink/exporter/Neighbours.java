/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.exporter.files.Manifest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Prevents exporters of two elements from sharing a directory, where each would replace the other's files. Thread-safe. */
final class Neighbours {
    private final Function<String, Optional<Path>> directoryOf;
    private final Map<Path, String> writing = new ConcurrentHashMap<>();

    /** @param directoryOf the export directory of an element; empty also if the element does not exist */
    Neighbours(Function<String, Optional<Path>> directoryOf) {
        this.directoryOf = directoryOf;
    }

    /** A directory reserved for one export. */
    interface Taken {
        void release();
    }

    /**
     * Reserves a directory for an export.
     *
     * @param real its real path
     * @throws IOException if another element writes there, or its files are there and it still exports to it
     */
    Taken take(Path real, String element) throws IOException {
        String other = writing.putIfAbsent(real, element);
        if (other != null) {
            throw taken(real, other);
        }
        Taken taken = () -> writing.remove(real);
        Optional<Manifest> inPlace = Manifest.inPlace(real);
        if (inPlace.isPresent() && isOfAnother(inPlace.get().element(), element, real)) {
            taken.release();
            throw taken(real, inPlace.get().element());
        }
        return taken;
    }

    private boolean isOfAnother(String owner, String element, Path real) {
        return !owner.equals(element)
                && directoryOf.apply(owner).filter(path -> leadsTo(path, real)).isPresent();
    }

    private static boolean leadsTo(Path path, Path real) {
        try {
            return Files.isSameFile(path, real);
        } catch (IOException e) {
            // an unreachable directory is not the one being written to
            return false;
        }
    }

    private static IOException taken(Path real, String element) {
        return new FileSystemException(
                real.toString(),
                null,
                "the element " + element + " already exports to this directory; each element needs its own");
    }
}
