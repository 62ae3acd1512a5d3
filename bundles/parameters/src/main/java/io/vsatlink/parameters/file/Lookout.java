/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import io.vsatlink.runtime.ThreadsEnd;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks once a second whether files have changed. FileInstall does so too, but it does not report a change that makes
 * no difference after variables are replaced, or a file that it can't read.
 */
@Component(service = Lookout.class)
public final class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final List<Runnable> lookers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "vsatlink-settings");
        thread.setDaemon(true);
        return thread;
    });

    /** Stops checking. */
    public interface Looking extends AutoCloseable {
        @Override
        void close();
    }

    @Activate
    public Lookout(@Reference KeptConfigurations configurations) {
        lookers.add(configurations::tellBadFiles);
        Future<?> unused = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** @param looker returns soon */
    public Looking look(Runnable looker) {
        lookers.add(looker);
        return () -> lookers.remove(looker);
    }

    private void look() {
        for (Runnable looker : lookers) {
            try {
                looker.run();
            } catch (RuntimeException e) {
                // the outermost call: one failed looker must not stop the others
                LOG.error("internal error", e);
            }
        }
    }

    @Deactivate
    void deactivate() {
        ThreadsEnd.of(clock, "The look at the settings' files");
    }
}
