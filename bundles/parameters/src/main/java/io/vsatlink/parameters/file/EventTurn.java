package io.vsatlink.parameters.file;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells when all listeners have dealt with the configuration events so far. ConfigAdmin has one queue of them for one
 * thread: the removal of a configuration that never was comes behind them, and does nothing.
 */
@Component(service = {EventTurn.class, ConfigurationListener.class})
public final class EventTurn implements ConfigurationListener {
    private static final String PID = "io.vsatlink.parameters.turn";

    /** A listener of somebody else's may be slow; nothing is lost by going on. */
    private static final long LIMIT_SECONDS = 2;

    private final ConfigurationAdmin configurations;
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();

    @Activate
    public EventTurn(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        CountDownLatch turn = awaited.get(event.getPid());
        if (turn != null) {
            turn.countDown();
        }
    }

    /** Returns when the events that were sent before this call are dealt with, or after two seconds. */
    void await() throws IOException {
        Configuration marker = configurations.createFactoryConfiguration(PID, "?");
        String pid = marker.getPid();
        CountDownLatch turn = new CountDownLatch(1);
        awaited.put(pid, turn);
        try {
            marker.delete();
            boolean unused = turn.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            awaited.remove(pid);
        }
    }
}
