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
 * The configurations of our elements, each with its file, changed as one. Changes come one after the other; those that
 * others make at the same time are taken along.
 */
@Component(service = {KeptConfigurations.class, SynchronousConfigurationListener.class})
public final class KeptConfigurations implements SynchronousConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(KeptConfigurations.class);

    private static final int ATTEMPTS = 10;

    /** FileInstall writes at once; nothing is lost by going on. */
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(2);

    private static final long LOOK_MILLIS = 10;

    private final Places places;
    private final LastSeen seen = new LastSeen(System::nanoTime);
    private final Texts texts = new Texts();
    private final WrittenReader reader;
    private final Start start;

    /** By PID, the file as it was when it was whole. */
    private final Map<String, FileContent> contents = new ConcurrentHashMap<>();

    /** By PID, what the file is until FileInstall has written the last update into it. */
    private final Map<String, Stamp> unwritten = new ConcurrentHashMap<>();

    /** By PID, one sentence where somebody else won. */
    private final Map<String, String> conflicts = new ConcurrentHashMap<>();

    @Activate
    public KeptConfigurations(@Reference ConfigurationAdmin configurations, BundleContext bundle) {
        this.places = new Places(configurations, bundle);
        this.reader = new WrittenReader(places, texts);
        this.start = new Start(places, this::look);
        start.tidyUp();
    }

    /** Reads what these configurations say. */
    public WrittenReader reader() {
        return reader;
    }

    /** Says in the log which files make no element, each once: nobody else would. */
    public void tellBadFiles() {
        start.tellBadFiles();
    }

    /** What others have made of the last set of a PID, as one sentence; until it is changed again. */
    public Optional<String> conflict(String pid) {
        return Optional.ofNullable(conflicts.get(pid));
    }

    /** A change of settings. */
    public interface Change<E extends Exception> {
        /**
         * @param settings as somebody wrote them
         * @return the settings with the change
         */
        Map<String, Object> of(Map<String, Object> settings) throws E;
    }

    /**
     * Changes the settings of a PID, in the file first, until file and configuration have it. A PID without configuration gets
     * one, and a file where the host keeps files.
     *
     * @throws IOException with a sentence for people where the file can't be read or written; nothing has changed then
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
                Map<String, Object> theirs = seen.meant(pid, healed.delivered(), Settings.of(configuration));
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
            throw new IOException(pid + " was removed meanwhile", e);
        }
        throw new IOException(pid + " is being changed by others without an end");
    }

    /** Others write the file in place: where it does not say what the configuration has, this waits until nobody does. */
    private static FileContent read(ConfigurationFile file, Configuration configuration) throws IOException {
        FileContent content = file.read();
        boolean agreed = content.isUnderstood() && content.delivered().equals(Settings.of(configuration));
        return agreed ? content : file.understood(file.settled());
    }

    /** The file with what a configuration is to have, as it was written where somebody knows that; by us first of all. */
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

    /** The file as it was before, where lines are missing in it: nobody else knows how they were written. */
    private FileContent whole(String pid, FileContent content, Map<String, Object> delivered) throws IOException {
        FileContent before = contents.getOrDefault(pid, content);
        Set<String> known = new HashSet<>(before.written().keySet());
        known.retainAll(delivered.keySet());
        return content.written().keySet().containsAll(known) ? content : before;
    }

    /** Writes the file, where it means something else, and then the configuration, which FileInstall writes once more. */
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

    /** Comes in the thread of whoever updates, before FileInstall hears of it, who writes what it is into the file. */
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
            // unreadable or removed since: whoever did that will tell
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

    /** Takes what others have written, whole. */
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
        Map<String, Object> wanted = taken(pid, seen.meant(pid, healed.delivered(), inForce));
        if (now.marked() || !wanted.equals(inForce) || !wanted.equals(now.delivered())) {
            put(pid, file, now, with(pid, healed, wanted, null));
        } else {
            contents.put(pid, now);
        }
    }

    private Map<String, Object> taken(String pid, Map<String, Object> theirs) {
        Map<String, Object> whole = seen.whole(pid, theirs);
        if (!whole.equals(seen.settings(pid))) {
            conflicts.remove(pid);
            tell(
                    pid,
                    seen.undone(pid, whole),
                    "was set back by another writer that had read the file before; set it again");
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
