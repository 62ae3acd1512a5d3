package io.vsatlink.parameters.file;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
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

/**
 * The configurations of our elements, each with its file, changed as one. Changes come one after the other; those that
 * others make at the same time are taken along.
 */
@Component(service = {KeptConfigurations.class, SynchronousConfigurationListener.class})
public final class KeptConfigurations implements SynchronousConfigurationListener {
    private static final int ATTEMPTS = 20;

    /** Nobody sets a value back by hand as fast; a writer who does not look what has changed does. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private final Places places;
    private final EventTurn turn;

    /** What FileInstall has read and we have not compared with the file yet: it may be half of it. */
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();

    private final RecentWrites recent = new RecentWrites(System::nanoTime);

    /** A change of settings. */
    public interface Change<E extends Exception> {
        /** @return the settings with the change, which are then as they stand in the file, placeholders included */
        Map<String, Object> of(Map<String, Object> settings) throws E;
    }

    @Activate
    public KeptConfigurations(
            @Reference ConfigurationAdmin configurations, @Reference EventTurn turn, BundleContext bundle) {
        this.places = new Places(configurations, bundle);
        this.turn = turn;
        places.tellUnreadable();
    }

    /**
     * Changes the settings of a PID, in the file first. A PID without configuration gets one, and a file where the host
     * keeps files.
     *
     * @throws IOException with a sentence for people where the file can't be read or written; nothing has changed then
     */
    public synchronized <E extends Exception> void change(String pid, Change<E> change) throws E, IOException {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Configuration configuration = places.existing(pid);
                ConfigurationFile file = places.file(pid, configuration);
                if (file == null) {
                    Map<String, Object> settings = settings(configuration);
                    Map<String, Object> changed = change.of(settings);
                    places.made(pid, configuration).updateIfDifferent(Settings.properties(changed, null));
                    return;
                }
                if (changed(pid, configuration, file, change)) {
                    return;
                }
            }
        } catch (IllegalStateException e) {
            throw new IOException(pid + " was removed meanwhile", e);
        }
        throw new IOException(pid + " is being changed by others without an end");
    }

    private <E extends Exception> boolean changed(
            String pid, Configuration configuration, ConfigurationFile file, Change<E> change) throws E, IOException {
        Map<String, Object> inForce = settings(configuration);
        FileContent content = file.read();
        if (!file.understood(content).equals(inForce)) {
            // FileInstall may be about to write the one or to read the other
            turn.await();
            inForce = settings(configuration);
            content = file.settled();
        }
        // what Karaf has just written may come from half a file, and its listener's turn is only after ours
        Map<String, Object> before = recent.whole(pid, file.understood(content), AT_ONCE, System.nanoTime());
        Map<String, Object> after = change.of(before);
        if (!file.read().sameAs(content)) {
            return false;
        }
        FileContent next = content.with(after);
        if (!next.sameAs(content)) {
            file.write(next);
        }
        recent.note(pid, before, after);
        Configuration there = places.made(pid, configuration);
        Map<String, Object> meanwhile = settings(there);
        if (!meanwhile.equals(inForce)) {
            after = joined(pid, file, after, meanwhile);
            file.write(file.settled().with(after));
        }
        there.updateIfDifferent(Settings.properties(after, file.uri()));
        insist(pid, there, file, after);
        return true;
    }

    /** FileInstall writes after us, and may have read before us: what it undid is done again. */
    private void insist(String pid, Configuration configuration, ConfigurationFile file, Map<String, Object> wanted)
            throws IOException {
        Map<String, Object> after = wanted;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            turn.await();
            Map<String, Object> now = settings(configuration);
            if (now.equals(after)) {
                recent.settled(pid, after);
                return;
            }
            after = joined(pid, file, after, now);
            file.write(file.settled().with(after));
            configuration.updateIfDifferent(Settings.properties(after, file.uri()));
        }
    }

    /** Ours with what somebody else has set meanwhile. Nothing goes for it: he may not have known of it. */
    private Map<String, Object> joined(
            String pid, ConfigurationFile file, Map<String, Object> ours, Map<String, Object> theirs)
            throws IOException {
        // whoever updates calls the listener right after: then it is known who it was
        turn.await();
        Map<String, Object> joined = new LinkedHashMap<>(ours);
        // what FileInstall has read may be half of a file, which is whole by now
        joined.putAll(unsure.contains(pid) ? file.understood(file.settled()) : theirs);
        return recent.kept(pid, joined);
    }

    /**
     * What is wrong with the file of a PID as a whole, as one sentence. The configuration is still what the file said
     * when it could be understood.
     */
    public Optional<String> problem(String pid) {
        try {
            ConfigurationFile file = places.file(pid, places.existing(pid));
            if (file != null && file.exists()) {
                file.understood(file.read());
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } catch (IllegalStateException e) {
            // removed meanwhile
            return Optional.empty();
        }
    }

    /** Comes in the thread of whoever updates, before FileInstall hears of it and before the element does. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_UPDATED
                && event.getPid().startsWith(Places.OURS)
                && !Thread.holdsLock(this)) {
            if (readByFileInstall()) {
                unsure.add(event.getPid());
            }
            try {
                look(event.getPid(), System.nanoTime());
            } catch (IOException | IllegalStateException e) {
                // unreadable or removed since: whoever did that will tell
                return;
            }
        }
    }

    /** @param heard when it was updated: it may be a while until it is looked at */
    private synchronized void look(String pid, long heard) throws IOException {
        unsure.remove(pid);
        Configuration configuration = places.existing(pid);
        ConfigurationFile file = places.file(pid, configuration);
        if (configuration == null || file == null || !file.exists()) {
            return;
        }
        Map<String, Object> now = settings(configuration);
        Map<String, Object> wanted =
                readByFileInstall() ? file.settled().settings() : recent.whole(pid, now, AT_ONCE, heard);
        if (!wanted.equals(now)) {
            if (!readByFileInstall()) {
                file.write(file.settled().with(wanted));
            }
            configuration.updateIfDifferent(Settings.properties(wanted, file.uri()));
        }
        recent.yieldTo(pid, wanted);
        recent.settled(pid, wanted);
    }

    /** FileInstall's thread has a class of its own. What it brings was read from the file, a moment ago or a while ago. */
    private static boolean readByFileInstall() {
        return Thread.currentThread().getClass().getName().startsWith("org.apache.felix.fileinstall.");
    }

    private static Map<String, Object> settings(Configuration configuration) {
        return Settings.of(configuration == null ? null : configuration.getProperties());
    }
}
