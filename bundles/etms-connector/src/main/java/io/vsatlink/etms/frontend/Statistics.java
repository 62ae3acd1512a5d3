package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.api.ticket.TicketMirror;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many tickets there are, counted once a generation and not when somebody looks. {@link #refresh} belongs on the
 * element's own thread. Thread-safe.
 */
public final class Statistics {
    private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);

    private final TicketMirror mirror;
    private volatile Counted counted = new Counted("", "", 0, TicketCounts.NONE);

    private record Counted(String system, String managedBy, long generation, TicketCounts counts) {
        boolean is(String ofSystem, String by, long number) {
            return system.equals(ofSystem) && managedBy.equals(by) && generation == number;
        }
    }

    public Statistics(TicketMirror mirror) {
        this.mirror = mirror;
    }

    public TicketCounts counts() {
        return counted.counts();
    }

    /** Counts anew where there is another generation. @return whether the counts may have changed */
    public boolean refresh(String system, String managedBy) {
        if (system.isEmpty()) {
            boolean changed = counted.generation() != 0;
            counted = new Counted("", "", 0, TicketCounts.NONE);
            return changed;
        }
        try {
            Optional<Generation> current = mirror.current(system);
            long number = current.map(Generation::number).orElse(0L);
            if (counted.is(system, managedBy, number)) {
                return false;
            }
            TicketCounts counts = number == 0 ? TicketCounts.NONE : mirror.counts(system, managedBy);
            counted = new Counted(system, managedBy, number, counts);
            return true;
        } catch (StoreException e) {
            LOG.debug("The tickets will be counted later", e);
            return false;
        }
    }
}
