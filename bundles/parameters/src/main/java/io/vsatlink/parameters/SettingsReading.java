/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.parameters.file.Written;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings of one element, and doubts what it reads: others write files in place, and half of one must not put
 * anything back to its default. Not thread-safe.
 */
final class SettingsReading {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsReading.class);

    /** Looks, of which there is one a second, until something that heals by itself is tried again or told. */
    private static final int PATIENCE = 10;

    /** Looks until a file is gone: an editor may be putting the new one in its place, and FileInstall removes the element. */
    private static final int GONE = 5;

    private static final Duration CONFIRMED_AFTER = Duration.ofMillis(500);

    private final SettingCatalog catalog;
    private final String name;
    private final Optional<String> obstacle;
    private final SettingsWriter writer;
    private Written written;
    private int looks;
    private Long missingSince;

    /**
     * @param name of the element; empty for what exists without a configuration of its own
     * @param obstacle why nothing counts, whatever is written; empty where something does
     * @param writer null where there is no container, so that nothing can be read
     */
    SettingsReading(SettingCatalog catalog, String name, Optional<String> obstacle, SettingsWriter writer) {
        this.catalog = catalog;
        this.name = name;
        this.obstacle = obstacle;
        this.writer = writer;
    }

    /** What is in force by what is written now; empty where nobody can tell. */
    Optional<Values> read(String pid, Values inForce, boolean started) {
        if (writer == null) {
            return Optional.empty();
        }
        try {
            Written read = writer.read(pid);
            if (read.gone().isPresent() && started && looks < GONE) {
                return Optional.empty();
            }
            read = confirmed(read);
            Values judged = judged(pid, read, inForce);
            written = read;
            return Optional.of(judged);
        } catch (IOException | IllegalStateException e) {
            // half of a file, or the container stops: the next look tells
            LOG.debug("{} could not be read", pid, e);
            return Optional.empty();
        }
    }

    /** Settings are about to be gone, or to be there anew, and nobody need doubt that. */
    void expectWithout(Set<String> keys) {
        written = written == null ? null : written.without(keys);
    }

    /** Lets others have the configuration. */
    void close() {
        if (writer != null) {
            writer.unclaim(this);
        }
    }

    /** Whether nothing more is to be expected of what is written: somebody may be writing the file, or about to. */
    boolean settled() {
        return writer == null || !uncertain() || looks >= PATIENCE;
    }

    private boolean uncertain() {
        return written == null || !written.open().isEmpty() || written.outdated();
    }

    /** Counts a look, and says whether it is time to read. */
    boolean due(Values inForce) {
        boolean uncertain = uncertain();
        looks = uncertain || !inForce.problems().isEmpty() ? looks + 1 : 0;
        return uncertain || looks % PATIENCE == PATIENCE - 1;
    }

    /** A setting that is gone is gone when it is so for a while: then it was no half of a file. */
    private Written confirmed(Written read) {
        if (written == null || read.gone().isPresent() || read.file() == null || read.hasAllOf(written)) {
            missingSince = null;
            return read;
        }
        long now = System.nanoTime();
        missingSince = missingSince == null ? now : missingSince;
        if (now - missingSince < CONFIRMED_AFTER.toNanos()) {
            return read.keeping(written);
        }
        missingSince = null;
        return read;
    }

    private Values judged(String pid, Written read, Values inForce) throws IOException {
        Optional<String> refused = refused(pid, read);
        if (refused.isPresent()) {
            return new Values(Map.of(), List.of(refused.get()));
        }
        Values judged = catalog.judge(read.texts(), read.file() == null ? null : writer.secrets(), inForce);
        Map<String, String> byKey = new HashMap<>(judged.byKey());
        for (SettingDefinition definition : catalog.definitions()) {
            if (read.open().stream().anyMatch(definition.key()::equalsIgnoreCase)) {
                byKey.remove(definition.key());
                inForce.get(definition.key()).ifPresent(old -> byKey.put(definition.key(), old));
            }
        }
        List<String> problems = new ArrayList<>(judged.problems());
        if (!read.open().isEmpty() && looks >= PATIENCE) {
            problems.add(read.file() + " and the container's configuration differ in " + String.join(", ", read.open())
                    + "; save the file again");
        }
        return new Values(byKey, problems);
    }

    /** Why the element makes no call at all, whatever its settings. */
    private Optional<String> refused(String pid, Written read) throws IOException {
        if (name.isEmpty() || obstacle.isPresent()) {
            return obstacle;
        }
        if (!writer.claim(pid, this)) {
            return Optional.of(
                    "the configuration " + pid + " already has an element; look for a file with * in its name");
        }
        return read.gone().isPresent()
                ? read.gone().map(gone -> gone + "; the element makes no call")
                : writer.rival(pid)
                        .map(rival -> "the configuration " + rival + " has the same file as " + pid
                                + " and is the element; delete one of them");
    }
}
