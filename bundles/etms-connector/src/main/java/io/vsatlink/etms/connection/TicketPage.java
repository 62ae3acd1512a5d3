package io.vsatlink.etms.connection;

import io.vsatlink.api.dataset.Row;
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
    public record Bad(String ticketId, String reason) {}

    public TicketPage {
        rows = List.copyOf(rows);
        bad = List.copyOf(bad);
    }

    int items() {
        return rows.size() + bad.size();
    }
}
