package io.vsatlink.etms.connection;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.remote.ItemSink;
import io.vsatlink.remote.PageHead;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.listing.PageMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tickets of one page. For one thread. */
final class TicketItems implements ItemSink {
    private final ItemReader reader;
    private final FieldTally tally;
    private final List<String> ids = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<TicketPage.Bad> bad = new ArrayList<>();

    TicketItems(ItemReader reader) {
        this.reader = reader;
        this.tally = reader.tally();
    }

    @Override
    public void take(JsonParser parser, String name) throws IOException {
        Item item = reader.read(parser, name, tally);
        if (item instanceof Item.Read read) {
            String ticketId = (String) read.values().get(TicketListing.TICKETS.keyIndex());
            ids.add(ticketId);
            try {
                rows.add(EtmsClient.row(read));
            } catch (IllegalArgumentException e) {
                bad.add(new TicketPage.Bad(ticketId, e.getMessage()));
            }
        } else if (item instanceof Item.SetAside aside) {
            ids.add(aside.key());
            bad.add(new TicketPage.Bad(aside.key(), aside.reason()));
        }
    }

    @Override
    public void again() {
        ids.clear();
        rows.clear();
        bad.clear();
    }

    TicketPage page(PageHead head) {
        return new TicketPage(head, PageMark.of(ids, id -> id), rows, bad);
    }
}
