package io.vsatlink.kit.runtime;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.StoreOpeningException;
import io.vsatlink.parameters.ChangeSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The outermost run of what an element does again and again: where the database is away it waits, and says so once. So it
 * does about an error of our own.
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

    /** Why what is due was not looked after the last time, in a sentence; empty where it was. */
    String problem() {
        return problem;
    }

    /** Belongs on the element's clock. Lets nothing through. */
    void run(Runnable work) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element)) {
            work.run();
            met("");
            if (told) {
                LOG.info("The database is available again");
                told = false;
            }
        } catch (StoreOpeningException e) {
            // every start meets this
            met(e.getMessage());
        } catch (StoreException e) {
            if (!e.getMessage().equals(problem)) {
                LOG.warn("Scheduled work is paused: {}", e.getMessage());
                told = true;
            }
            met(e.getMessage());
        } catch (RuntimeException e) {
            // the next tick may do better; until then nothing is looked after, and the health has to say so
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
