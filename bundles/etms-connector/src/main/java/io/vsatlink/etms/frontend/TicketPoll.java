package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.etms.connection.TicketPage;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.pace.StoppedException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the whole ticket list once into the next generation.
 *
 * <p>People open, change and close tickets all the time, and paging gives no snapshot of that. So a pass counts as
 * complete where as many tickets came as the last page said there are, none twice, and there were never fewer than
 * before. What two complete passes lack is gone. Where no pass is complete, nothing is taken for gone, and the rest is
 * published all the same: else a lively list would never be.
 */
final class TicketPoll {
    private static final Logger LOG = LoggerFactory.getLogger(TicketPoll.class);
    private static final int PAGE = 200;
    private static final int MOST_PASSES = 4;

    /** A list that never ends: more pages than this are a mistake. */
    private static final int MOST_PAGES = 100_000;

    /** A poll fails when more tickets than this, and more than 1 % of them, are bad. */
    private static final int BAD_ALLOWED = 10;

    /** Where pages come from; a failure was tried again already. */
    interface Pages {
        TicketPage page(int page, int size) throws VendorException, StoppedException;
    }

    /** The list can't be taken; the message is the poll's reason. */
    static final class PollFailed extends Exception {
        private static final long serialVersionUID = 1L;

        PollFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final TicketMirror mirror;
    private final String system;
    private final Pages pages;

    TicketPoll(TicketMirror mirror, String system, Pages pages) {
        this.mirror = mirror;
        this.system = system;
        this.pages = pages;
    }

    /** @return what it found, as a sentence */
    String run() throws PollFailed, StoppedException {
        try (GenerationWriter writer = mirror.open(system)) {
            int complete = 0;
            Pass pass = null;
            for (int number = 1; number <= MOST_PASSES; number++) {
                if (number > 1) {
                    writer.beginPass();
                }
                pass = new Pass(writer);
                pass.read();
                complete += pass.complete() ? 1 : 0;
                if (complete > 0 && (complete > 1 || writer.missing() == 0)) {
                    break;
                }
            }
            boolean sure = complete > 1 || (complete == 1 && writer.missing() == 0);
            if (!sure || pass.unreadableKey) {
                writer.keepMissing();
            }
            return sentence(writer.publish(), pass, sure);
        }
    }

    private static String sentence(Generation generation, Pass pass, boolean sure) {
        String shifted = sure ? "" : "; the list changed while it was read, so nothing was taken for gone";
        String bad = pass.bad == 0 ? "" : "; " + pass.bad + " tickets set aside" + pass.sample;
        return "%d tickets: %d added, %d changed, %d gone%s%s"
                .formatted(
                        generation.rows(),
                        generation.added(),
                        generation.changed(),
                        generation.removed(),
                        bad,
                        shifted);
    }

    /** One time through the list. */
    private final class Pass {
        private final GenerationWriter writer;
        private final Set<String> keptKeys = new HashSet<>();
        private long total = -1;
        private boolean shrank;
        private long items;
        private long duplicates;
        private long bad;
        private boolean unreadableKey;
        private String sample = "";

        Pass(GenerationWriter writer) {
            this.writer = writer;
        }

        void read() throws PollFailed, StoppedException {
            int size = PAGE;
            for (int number = 0; number < MOST_PAGES; number++) {
                TicketPage page = page(number, size);
                if (number == 0 && page.size() > 0) {
                    // a server that cuts its pages short counts offsets all the same in rows
                    size = Math.min(size, page.size());
                }
                take(page);
                int came = page.rows().size() + page.bad().size();
                if (came == 0 || (long) (number + 1) * size >= total) {
                    return;
                }
            }
            throw new PollFailed("the list does not end after " + MOST_PAGES + " pages", null);
        }

        private TicketPage page(int number, int size) throws PollFailed, StoppedException {
            try {
                return pages.page(number, size);
            } catch (VendorException e) {
                throw new PollFailed("page " + (number + 1) + of(size) + ": " + e.getMessage(), e);
            }
        }

        private String of(int size) {
            return total < 0 ? "" : " of " + Math.max(1, (total + size - 1) / size);
        }

        private void take(TicketPage page) throws PollFailed {
            if (page.total() < 0) {
                throw new PollFailed("ETMS does not say how many tickets there are", null);
            }
            shrank |= page.total() < total;
            total = page.total();
            items += page.rows().size() + page.bad().size();
            if (!page.rows().isEmpty()) {
                duplicates += writer.write(page.rows()).duplicates();
            }
            for (TicketPage.Bad each : page.bad()) {
                setAside(each);
            }
            if (bad > BAD_ALLOWED && bad * 100 > Math.max(items, total)) {
                throw new PollFailed(bad + " of " + Math.max(items, total) + " tickets are bad" + sample, null);
            }
        }

        private void setAside(TicketPage.Bad ticket) {
            bad++;
            if (sample.isEmpty()) {
                sample = ", for instance " + ticket.name() + " (" + ticket.reason() + ")";
                LOG.warn("A ticket was set aside: {} ({})", ticket.name(), ticket.reason());
            }
            if (ticket.ticketId() == null) {
                unreadableKey = true;
            } else if (keptKeys.add(ticket.ticketId())) {
                writer.keep(ticket.ticketId());
            } else {
                duplicates++;
            }
        }

        boolean complete() {
            return items == total && duplicates == 0 && !shrank;
        }
    }
}
