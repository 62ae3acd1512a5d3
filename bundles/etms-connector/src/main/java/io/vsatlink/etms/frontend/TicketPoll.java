package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.etms.connection.TicketPage;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.listing.Verdict;
import io.vsatlink.remote.pace.StoppedException;

/**
 * Polls the whole ticket list once into the next generation.
 *
 * <p>People open, change and close tickets all the time, and paging gives no snapshot of that. What two complete passes
 * lack is gone. Where tickets moved during every pass, nothing is taken for gone, and the rest is published all the same:
 * else a lively list would never be. A list of which ETMS gives a part only fails the poll.
 */
final class TicketPoll {
    private static final int MOST_PASSES = 4;

    /** Where pages come from; a failure was tried again already. */
    interface Pages {
        ListingWalk walk();

        TicketPage page(PageRequest request) throws VendorException, StoppedException;
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
            boolean sure = false;
            TicketPass pass = new TicketPass(writer, pages);
            for (int number = 1; number <= MOST_PASSES && !sure; number++) {
                if (number > 1) {
                    writer.beginPass();
                    pass = new TicketPass(writer, pages);
                }
                pass.read();
                complete += pass.verdict().complete() ? 1 : 0;
                sure = complete > 1 || (complete == 1 && writer.missing() == 0);
            }
            if (!sure && pass.verdict().kind() == Verdict.Kind.PART) {
                throw new PollFailed(pass.verdict().sentence(MOST_PASSES));
            }
            if (!sure || pass.unreadableKey()) {
                writer.keepMissing();
            }
            return sentence(writer.publish(), pass, sure);
        }
    }

    private static String sentence(Generation generation, TicketPass pass, boolean sure) {
        String shifted = sure ? "" : "; the list changed while it was read, so nothing was taken for gone";
        return "%d tickets: %d added, %d changed, %d gone%s%s%s"
                .formatted(
                        generation.rows(),
                        generation.added(),
                        generation.changed(),
                        generation.removed(),
                        pass.walk().note(),
                        pass.setAsideNote(),
                        shifted);
    }
}
