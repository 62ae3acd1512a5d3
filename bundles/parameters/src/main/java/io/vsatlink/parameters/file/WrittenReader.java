/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import io.vsatlink.parameters.text.ConfigurationFile;
import io.vsatlink.parameters.text.FileContent;
import io.vsatlink.parameters.text.Settings;
import io.vsatlink.parameters.text.Stamp;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.service.cm.Configuration;

/**
 * Reads configurations as they were written, because the container delivers them with variables replaced. Thread-safe;
 * takes no lock.
 */
public final class WrittenReader {
    private final Places places;
    private final Texts texts;

    WrittenReader(Places places, Texts texts) {
        this.places = places;
        this.texts = texts;
    }

    /** @throws IOException if the written text can't be determined at the moment */
    public Written read(String pid) throws IOException {
        Configuration configuration = places.existing(pid);
        Map<String, Object> delivered = Settings.of(configuration);
        ConfigurationFile file = places.named(configuration);
        if (file == null) {
            return Written.withoutFile(texts(delivered));
        }
        Stamp stamp = Stamp.of(file.path());
        FileContent content = file.read().readable();
        Map<String, String> written = texts(texts.written(pid, delivered, content));
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(delivered.keySet());
        List<String> open = Stream.concat(
                        delivered.keySet().stream().filter(key -> !written.containsKey(key)),
                        content.delivered().keySet().stream().filter(key -> !known.contains(key)))
                .toList();
        if (!Settings.of(configuration).equals(delivered)) {
            throw new IOException(file.path() + " and its configuration are being changed");
        }
        return new Written(written, open, file.path(), stamp);
    }

    /**
     * Returns the PID of the configuration that takes precedence over this one among those of the same file; empty if
     * there is none.
     */
    public Optional<String> rival(String pid) throws IOException {
        return places.sharing(places.existing(pid)).stream()
                .map(Configuration::getPid)
                .min(Comparator.<String, Boolean>comparing(each -> each.indexOf('~') < 0)
                        .thenComparing(Comparator.naturalOrder()))
                .filter(first -> !first.equals(pid));
    }

    /** Returns the problem of the file of a PID as a whole, as one sentence. The lines that can be parsed are used. */
    public Optional<String> problem(String pid) {
        try {
            ConfigurationFile file = places.named(places.existing(pid));
            if (file == null || !file.exists()) {
                return Optional.empty();
            }
            FileContent unused = file.understood(file.read());
            return Places.twin(file.path())
                    .map(twin -> file.path() + " and " + twin.getFileName()
                            + " are two files for one configuration; delete one of them");
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } catch (IllegalStateException e) {
            // removed in the meantime
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(Map<String, Object> settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }
}
