package io.vsatlink.parameters.file;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Texts texts = new Texts();
    private final WrittenReader reader;
    private final Start start;

    /** A change of settings. */
    public interface Change<E extends Exception> {
        /**
         * @param settings as somebody wrote them
         * @return the settings with the change
         */
        Map<String, Object> of(Map<String, Object> settings) throws E;
    }

    @Activate
    public KeptConfigurations(
            @Reference ConfigurationAdmin configurations, @Reference EventTurn turn, BundleContext bundle) {
        this.places = new Places(configurations, bundle);
        this.turn = turn;
        this.reader = new WrittenReader(places, texts, unsure);
        this.start = new Start(places, this::adopt);
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
                    Map<String, Object> settings = Settings.of(configuration);
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
        Map<String, Object> inForce = Settings.of(configuration);
        FileContent content = file.understood(file.read());
        if (!content.delivered().equals(inForce)) {
            // FileInstall may be about to write the one or to read the other
            turn.await();
            inForce = Settings.of(configuration);
            content = file.understood(file.settled());
        }
        // what Karaf has just written may come from half a file, and its listener's turn is only after ours
        Map<String, Object> before = recent.whole(pid, content.delivered(), AT_ONCE, System.nanoTime());
        FileContent whole = joined(pid, content, before);
        FileContent next = whole.with(change.of(whole.written()));
        Map<String, Object> after = next.delivered();
        if (!file.read().sameAs(content)) {
            return false;
        }
        if (!next.sameAs(content)) {
            file.write(next);
        }
        texts.remember(pid, next);
        recent.note(pid, before, after);
        Configuration there = places.made(pid, configuration);
        Map<String, Object> meanwhile = Settings.of(there);
        if (!meanwhile.equals(inForce)) {
            after = joined(pid, file, after, meanwhile);
            file.write(joined(pid, file.settled(), after));
        }
        there.updateIfDifferent(Settings.properties(after, file.uri()));
        insist(pid, there, file, after);
        keepTexts(file, next, after);
        return true;
    }

    /** FileInstall writes after us, and may have read before us: what it undid is done again. */
    private void insist(String pid, Configuration configuration, ConfigurationFile file, Map<String, Object> wanted)
            throws IOException {
        Map<String, Object> after = wanted;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            turn.await();
            Map<String, Object> now = Settings.of(configuration);
            if (now.equals(after)) {
                recent.settled(pid, after);
                return;
            }
            after = joined(pid, file, after, now);
            file.write(joined(pid, file.settled(), after));
            configuration.updateIfDifferent(Settings.properties(after, file.uri()));
        }
    }

    /** Whoever wrote what the configuration has wrote variables replaced. */
    private static void keepTexts(ConfigurationFile file, FileContent ours, Map<String, Object> after)
            throws IOException {
        FileContent found = file.read().readable();
        FileContent now = found.plain(after);
        if (!now.sameAs(found)) {
            file.write(now);
        }
        if (ours.delivered().equals(after)
                && now.delivered().equals(after)
                && !now.written().equals(ours.written())) {
            file.write(now.with(ours.written()));
        }
    }

    /** The file with what the configuration has, as it was written where somebody knows that. */
    private FileContent joined(String pid, FileContent content, Map<String, Object> delivered) throws IOException {
        Map<String, Object> joined = new LinkedHashMap<>(delivered);
        joined.putAll(texts.written(pid, delivered, content));
        return content.with(joined).plain(delivered);
    }

    /** Ours with what somebody else has set meanwhile. Nothing goes for it: he may not have known of it. */
    private Map<String, Object> joined(
            String pid, ConfigurationFile file, Map<String, Object> ours, Map<String, Object> theirs)
            throws IOException {
        // whoever updates calls the listener right after: then it is known who it was
        turn.await();
        Map<String, Object> joined = new LinkedHashMap<>(ours);
        // what FileInstall has read may be half of a file, which is whole by now
        joined.putAll(unsure.contains(pid) ? file.understood(file.settled()).delivered() : theirs);
        return recent.kept(pid, joined);
    }

    /** Comes in the thread of whoever updates, before FileInstall hears of it and before the element does. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_UPDATED
                && event.getPid().startsWith(Places.OURS)
                && !Thread.holdsLock(this)) {
            boolean read = readByFileInstall();
            if (read) {
                unsure.add(event.getPid());
            }
            long heard = System.nanoTime();
            try {
                if (read) {
                    adopt(event.getPid());
                } else {
                    look(event.getPid(), heard);
                }
            } catch (IOException | IllegalStateException e) {
                // unreadable or removed since: whoever did that will tell
                return;
            }
        }
    }

    /** What FileInstall has read may be half of the file, or of an earlier one: the file decides. */
    private synchronized void adopt(String pid) throws IOException {
        unsure.remove(pid);
        Configuration configuration = places.existing(pid);
        ConfigurationFile file = places.named(configuration);
        if (file == null || !file.exists()) {
            return;
        }
        FileContent content = file.understood(file.settled());
        boolean marked = content.marked();
        FileContent healed = marked ? content.unmarked() : content;
        Map<String, Object> wanted = recent.unbroken(pid, healed.delivered());
        if (marked || !wanted.equals(healed.delivered())) {
            file.write(joined(pid, healed, wanted));
        }
        if (marked || !wanted.equals(Settings.of(configuration))) {
            configuration.updateIfDifferent(Settings.properties(wanted, file.uri()));
        }
        settled(pid, wanted);
    }

    /** @param heard when somebody updated it: it may be a while until it is looked at */
    private synchronized void look(String pid, long heard) throws IOException {
        unsure.remove(pid);
        Configuration configuration = places.existing(pid);
        ConfigurationFile file = places.named(configuration);
        if (file == null || !file.exists()) {
            return;
        }
        Map<String, Object> now = Settings.of(configuration);
        Map<String, Object> wanted = recent.whole(pid, now, AT_ONCE, heard);
        if (!wanted.equals(now) || !wanted.equals(file.read().readable().delivered())) {
            file.write(joined(pid, file.settled(), wanted));
            configuration.updateIfDifferent(Settings.properties(wanted, file.uri()));
        }
        settled(pid, wanted);
    }

    private void settled(String pid, Map<String, Object> wanted) {
        recent.yieldTo(pid, wanted);
        recent.settled(pid, wanted);
    }

    /** FileInstall's thread has a class of its own. What it brings was read from the file, a moment ago or a while ago. */
    private static boolean readByFileInstall() {
        return Thread.currentThread().getClass().getName().startsWith("org.apache.felix.fileinstall.");
    }
}
