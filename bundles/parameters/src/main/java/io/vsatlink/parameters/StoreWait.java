package io.vsatlink.parameters;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.StoreOpeningException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The outermost run of what an element does again and again: where the database is away it waits, and says so once. */
public final class StoreWait {
    private static final Logger LOG = LoggerFactory.getLogger(StoreWait.class);

    private final String element;
    private final ChangeSignal changes;
    private volatile String problem = "";
    private boolean told;

    public StoreWait(String element, ChangeSignal changes) {
        this.element = element;
        this.changes = changes;
    }

    /** Why the element waits for its database, in a sentence; empty while it does not. */
    public String problem() {
        return problem;
    }

    /** Belongs on the element's clock. Lets nothing through. */
    public void run(Runnable work) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element)) {
            work.run();
            met("");
            if (told) {
                LOG.info("The database is there again");
                told = false;
            }
        } catch (StoreOpeningException e) {
            // every start meets this
            met(e.getMessage());
        } catch (StoreException e) {
            if (!e.getMessage().equals(problem)) {
                LOG.warn("What is due waits: {}", e.getMessage());
                told = true;
            }
            met(e.getMessage());
        } catch (RuntimeException e) {
            // a clock that dies would stop the element without a word
            LOG.error("the clock of the element met an error", e);
        }
    }

    private void met(String now) {
        if (!now.equals(problem)) {
            problem = now;
            changes.fire();
        }
    }
}
