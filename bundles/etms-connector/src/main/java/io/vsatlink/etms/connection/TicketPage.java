package io.vsatlink.etms.connection;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.text.Printable;
import java.util.List;

/**
 * A page of the ticket list.
 *
 * @param total how many tickets the list has; negative where that was not told
 * @param size how many a page has, as far as ETMS says
 * @param rows those that could be read
 * @param bad those that could not
 */
public record TicketPage(long total, int size, List<Row> rows, List<Bad> bad) {

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

    int items() {
        return rows.size() + bad.size();
    }
}
