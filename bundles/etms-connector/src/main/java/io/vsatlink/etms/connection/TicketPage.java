package io.vsatlink.etms.connection;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.text.Printable;
import io.vsatlink.remote.PageHead;
import io.vsatlink.remote.listing.PageMark;
import java.util.List;

/**
 * A page of the ticket list.
 *
 * @param mark by which it is recognised if it comes again
 * @param rows those that could be read
 * @param bad those that could not
 */
public record TicketPage(PageHead head, PageMark mark, List<Row> rows, List<Bad> bad) {

    /**
     * A ticket that can't be taken.
     *
     * @param ticketId null where not even that can be read
     * @param reason why
     */
    public record Bad(String ticketId, String reason) {
        public Bad {
            reason = Printable.line(reason);
        }

        /** What to call it in a sentence. */
        public String name() {
            return ticketId == null ? "one" : Printable.line(ticketId);
        }
    }

    public TicketPage {
        rows = List.copyOf(rows);
        bad = List.copyOf(bad);
    }
}
