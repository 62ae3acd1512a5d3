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
 * Reads the settings of one element and checks whether they are plausible: other programs write files in place, and a
 * half-written file must not reset a setting to its default. Not thread-safe.
 */
final class SettingsReading {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsReading.class);

    /** The number of looks, one per second, before a temporary problem is retried or reported. */
    private static final int PATIENCE = 10;

    /**
     * The number of looks before a file counts as deleted: an editor may be replacing it, and FileInstall removes the
     * element.
     */
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
     * @param name the name of the element; empty for a component without a configuration of its own
     * @param obstacle the reason why no settings can be used, regardless of the file; empty if they can be used
     * @param writer null outside a container; then nothing can be read
     */
    SettingsReading(SettingCatalog catalog, String name, Optional<String> obstacle, SettingsWriter writer) {
        this.catalog = catalog;
        this.name = name;
        this.obstacle = obstacle;
        this.writer = writer;
    }

    /** Returns the settings that result from the written text; empty if they can't be determined at the moment. */
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
            // the file is half-written, or the container is stopping: the next look decides
            LOG.debug("{} could not be read", pid, e);
            return Optional.empty();
        }
    }

    /** Skips the plausibility check, because the settings are about to be removed or created again. */
    void expectWithout(Set<String> keys) {
        written = written == null ? null : written.without(keys);
    }

    /** Releases the configuration. */
    void close() {
        if (writer != null) {
            writer.unclaim(this);
        }
    }

    /** Returns whether the written settings are certain, or the wait for certainty took too long. */
    boolean settled() {
        return writer == null || !uncertain() || looks >= PATIENCE;
    }

    private boolean uncertain() {
        return written == null || !written.open().isEmpty() || written.outdated();
    }

    /** Counts a look and returns whether it is time to read. */
    boolean due(Values inForce) {
        boolean uncertain = uncertain();
        looks = uncertain || !inForce.problems().isEmpty() ? looks + 1 : 0;
        return uncertain || looks % PATIENCE == PATIENCE - 1;
    }

    /** A missing setting counts as removed only after a while, because the file may be half-written. */
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

    /** Returns why the element makes no calls at all, regardless of its settings. */
    private Optional<String> refused(String pid, Written read) throws IOException {
        if (name.isEmpty() || obstacle.isPresent()) {
            return obstacle;
        }
        if (!writer.claim(pid, this)) {
            return Optional.of(
                    "the configuration " + pid + " already has an element; look for a file with * in its name");
        }
        return read.gone().isPresent()
                ? read.gone().map(gone -> gone + "; the element makes no calls")
                : writer.rival(pid)
                        .map(rival -> "the configuration " + rival + " has the same file as " + pid
                                + " and is the element; delete one of them");
    }
}
