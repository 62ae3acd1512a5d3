/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.runtime;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.StoreOpeningException;
import io.vsatlink.parameters.ChangeSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The outermost run of an element's scheduled work: if the database is not available the work is paused, which is logged once. The
 * same applies to an internal error.
 */
final class StoreWait {
    private static final Logger LOG = LoggerFactory.getLogger(StoreWait.class);

    private final String element;
    private final ChangeSignal changes;
    private volatile String problem = "";
    private boolean told;

    StoreWait(String element, ChangeSignal changes) {
        this.element = element;
        this.changes = changes;
    }

    /** Why scheduled work did not run the last time, in a sentence; empty if it did. */
    String problem() {
        return problem;
    }

    /** Runs on the element's clock. Never throws. */
    void run(Runnable work) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element)) {
            work.run();
            met("");
            if (told) {
                LOG.info("The database is available again");
                told = false;
            }
        } catch (StoreOpeningException e) {
            // usual at every start
            met(e.getMessage());
        } catch (StoreException e) {
            if (!e.getMessage().equals(problem)) {
                LOG.warn("Scheduled work is paused: {}", e.getMessage());
                told = true;
            }
            met(e.getMessage());
        } catch (RuntimeException e) {
            // the next tick may succeed; until then no scheduled work runs, and the health has to report it
            String error = "internal error, see the log: " + e;
            if (!error.equals(problem)) {
                LOG.error("The clock of the element failed", e);
            }
            met(error);
        }
    }

    private void met(String now) {
        if (!now.equals(problem)) {
            problem = now;
            changes.fire();
        }
    }
}
