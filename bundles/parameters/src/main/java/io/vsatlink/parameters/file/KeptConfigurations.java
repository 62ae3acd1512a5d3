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
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the configurations of our elements consistent with their files. Changes are serialized; changes that other
 * programs make at the same time are merged.
 */
@Component(service = {KeptConfigurations.class, SynchronousConfigurationListener.class})
public final class KeptConfigurations implements SynchronousConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(KeptConfigurations.class);

    private static final int ATTEMPTS = 10;

    /** FileInstall writes at once. If it takes longer than this, the change continues without losing anything. */
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(2);

    private static final long LOOK_MILLIS = 10;

    private final Places places;
    private final LastSeen seen = new LastSeen(System::nanoTime);
    private final Texts texts = new Texts();
    private final WrittenReader reader;
    private final Start start;

    /** By PID, the last complete content of the file. */
    private final Map<String, FileContent> contents = new ConcurrentHashMap<>();

    /** By PID, the stamp of the file until FileInstall has written the last update into it. */
    private final Map<String, Stamp> unwritten = new ConcurrentHashMap<>();

    /** By PID, one sentence if another writer won. */
    private final Map<String, String> conflicts = new ConcurrentHashMap<>();

    @Activate
    public KeptConfigurations(@Reference ConfigurationAdmin configurations, BundleContext bundle) {
        this.places = new Places(configurations, bundle);
        this.reader = new WrittenReader(places, texts);
        this.start = new Start(places, this::look);
        start.tidyUp();
    }

    /** Returns the reader of these configurations. */
    public WrittenReader reader() {
        return reader;
    }

    /** Logs the files that do not define an element, each once; no other component reports them. */
    public void tellBadFiles() {
        start.tellBadFiles();
    }

    /** Returns the conflict of the last change of a PID with another writer, as one sentence, until the next change. */
    public Optional<String> conflict(String pid) {
        return Optional.ofNullable(conflicts.get(pid));
    }

    /** A change of settings. */
    public interface Change<E extends Exception> {
        /**
         * @param settings the settings as they were written
         * @return the settings with the change
         */
        Map<String, Object> of(Map<String, Object> settings) throws E;
    }

    /**
     * Changes the settings of a PID, first in the file, until both the file and the configuration contain the change.
     * Creates the configuration if it does not exist, and the file if the host keeps files.
     *
     * @throws IOException if the file can't be read or written, with a sentence for people; then nothing has changed
     */
    public synchronized <E extends Exception> void change(String pid, Change<E> change) throws E, IOException {
        conflicts.remove(pid);
        seen.begin(pid);
        Map<String, Object> before = Map.of();
        FileContent ours = null;
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Configuration configuration = places.existing(pid);
                ConfigurationFile file = places.file(pid, configuration);
                if (file == null) {
                    Map<String, Object> changed = change.of(Settings.of(configuration));
                    places.made(pid, configuration).updateIfDifferent(Settings.properties(changed, null));
                    return;
                }
                awaitWrite(pid, file);
                FileContent now = read(file, configuration);
                FileContent healed = now.healed(seen.settings(pid));
                Map<String, Object> theirs = meant(pid, file, now, Settings.of(configuration));
                Map<String, Object> joined = ours == null ? taken(pid, theirs) : seen.joined(pid, theirs);
                FileContent whole = with(pid, healed, joined, ours);
                FileContent next = ours == null ? whole.with(change.of(whole.written())) : whole;
                if (next.meansTheSame(now) && next.delivered().equals(Settings.of(configuration))) {
                    seen.saw(pid, joined);
                    contents.put(pid, now);
                    tellLost(pid, before, ours == null ? next : ours, joined);
                    return;
                }
                if (file.read().sameAs(now)) {
                    put(pid, file, now, next);
                    if (ours == null) {
                        before = joined;
                        ours = next;
                        seen.set(pid, before, ours.delivered());
                    }
                }
            }
        } catch (IllegalStateException e) {
            throw new IOException(pid + " was removed during the change", e);
        }
        throw new IOException(pid + " can't be changed, because other programs keep changing it");
    }

    /**
     * Other programs write the file in place. If the file differs from the configuration, this method waits until
     * nobody writes.
     */
    private static FileContent read(ConfigurationFile file, Configuration configuration) throws IOException {
        FileContent content = file.read();
        boolean agreed = content.isUnderstood() && content.delivered().equals(Settings.of(configuration));
        return agreed ? content : file.understood(file.settled());
    }

    /**
     * Returns the file with the content that the configuration is to have, in the form in which it was written if that
     * is known. Our own writes take precedence.
     */
    private FileContent with(String pid, FileContent content, Map<String, Object> delivered, FileContent ours)
            throws IOException {
        FileContent base = whole(pid, content, delivered);
        Map<String, Object> written = new LinkedHashMap<>(delivered);
        written.putAll(texts.written(pid, delivered, base));
        if (ours != null) {
            Map<String, Object> of = ours.delivered();
            Map<String, Object> texts = ours.written();
            written.replaceAll((key, text) -> delivered.get(key).equals(of.get(key)) ? texts.get(key) : text);
        }
        return base.with(written).plain(delivered);
    }

    /** Returns the previous content if lines are missing in the file, because only it records how they were written. */
    private FileContent whole(String pid, FileContent content, Map<String, Object> delivered) throws IOException {
        FileContent before = contents.getOrDefault(pid, content);
        Set<String> known = new HashSet<>(before.written().keySet());
        known.retainAll(delivered.keySet());
        return content.written().keySet().containsAll(known) ? content : before;
    }

    /**
     * Writes the file if its meaning changes, and then the configuration, which FileInstall writes into the file once
     * more.
     */
    private void put(String pid, ConfigurationFile file, FileContent now, FileContent next) throws IOException {
        Stamp left = next.meansTheSame(now) && !now.marked() ? file.age() : file.write(next);
        texts.remember(pid, next);
        contents.put(pid, next);
        seen.saw(pid, next.delivered());
        Configuration configuration = places.made(pid, places.existing(pid));
        if (configuration.updateIfDifferent(Settings.properties(next.delivered(), file.uri()))
                && places.writtenBack()) {
            unwritten.put(pid, left);
        }
    }

    private void awaitWrite(String pid, ConfigurationFile file) {
        long end = System.nanoTime() + WRITTEN_WITHIN.toNanos();
        try {
            while (Stamp.of(file.path()).equals(unwritten.get(pid)) && System.nanoTime() - end < 0) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unwritten.remove(pid);
    }

    /**
     * Runs on the thread of the updating program, before FileInstall receives the event and writes the configuration
     * into the file.
     */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        String pid = event.getPid();
        if (!pid.startsWith(Places.OURS) || Thread.holdsLock(this)) {
            return;
        }
        try {
            if (event.getType() == ConfigurationEvent.CM_UPDATED) {
                hear(pid);
            } else if (event.getType() == ConfigurationEvent.CM_DELETED) {
                forget(pid);
            }
        } catch (IOException | IllegalStateException e) {
            // the file is unreadable or was removed since; its writer will cause another event
            return;
        }
    }

    private synchronized void forget(String pid) {
        seen.forget(pid);
        List.of(contents, unwritten, conflicts).forEach(each -> each.remove(pid));
    }

    private synchronized void hear(String pid) throws IOException {
        look(pid);
        ConfigurationFile file = places.named(places.existing(pid));
        if (file != null && file.exists() && places.writtenBack()) {
            unwritten.put(pid, file.age());
        }
    }

    /** Adopts the settings that other programs have written. */
    private synchronized void look(String pid) throws IOException {
        Configuration configuration = places.existing(pid);
        ConfigurationFile file = places.named(configuration);
        if (file == null || !file.exists()) {
            return;
        }
        seen.begin(pid);
        FileContent now = read(file, configuration);
        FileContent healed = now.healed(seen.settings(pid));
        Map<String, Object> inForce = Settings.of(configuration);
        Map<String, Object> wanted = taken(pid, meant(pid, file, now, inForce));
        if (now.marked() || !wanted.equals(inForce) || !wanted.equals(now.delivered())) {
            put(pid, file, now, with(pid, healed, wanted, null));
        } else {
            contents.put(pid, now);
        }
    }

    /** Returns the settings that the last writer intended. What FileInstall wrote and read itself is no intention. */
    private Map<String, Object> meant(String pid, ConfigurationFile file, FileContent now, Map<String, Object> inForce)
            throws IOException {
        Map<String, Object> known = seen.settings(pid);
        Map<String, Object> reread = file.reread(known);
        Map<String, Object> theirs = new LinkedHashMap<>(inForce);
        theirs.replaceAll((key, value) -> value.equals(reread.get(key)) ? known.getOrDefault(key, value) : value);
        return seen.meant(pid, now.meant(known), theirs);
    }

    private Map<String, Object> taken(String pid, Map<String, Object> theirs) {
        Map<String, Object> whole = seen.whole(pid, theirs);
        if (!whole.equals(seen.settings(pid))) {
            conflicts.remove(pid);
            tell(
                    pid,
                    seen.undone(pid, whole),
                    "was reset by another writer that had read the file before the change; set it again");
        }
        seen.saw(pid, whole);
        return whole;
    }

    private void tellLost(String pid, Map<String, Object> before, FileContent ours, Map<String, Object> now)
            throws IOException {
        Set<String> lost = LastSeen.changed(before, ours.delivered());
        lost.retainAll(LastSeen.changed(ours.delivered(), now));
        tell(pid, lost, "was changed by another writer at the same time; the other value is in force");
    }

    private void tell(String pid, Set<String> settings, String what) {
        if (!settings.isEmpty()) {
            String conflict = String.join(", ", settings) + " " + what;
            LOG.warn("{}: {}", pid, conflict);
            conflicts.put(pid, conflict);
        }
    }
}
