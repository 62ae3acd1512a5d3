package io.vsatlink.etms.connection;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.vendor.Access;
import io.vsatlink.vendor.CallAnswer;
import io.vsatlink.vendor.PageRef;
import io.vsatlink.vendor.VendorClient;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.item.Item;
import io.vsatlink.vendor.item.ItemReader;
import io.vsatlink.vendor.listing.ListingWalk;
import io.vsatlink.vendor.profile.CallProfile.Outcome;
import io.vsatlink.vendor.profile.ListingProfile;
import io.vsatlink.vendor.profile.VendorProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** ETMS as a vendor profile tells it. */
public final class EtmsClient implements EtmsApi {
    private final VendorClient client;
    private final ListingProfile listing;
    private final ItemReader reader;

    public EtmsClient(Access access, VendorProfile profile) {
        this.client = new VendorClient(profile, access.endpoint(), access.credentials());
        this.listing = profile.listings().get("tickets");
        this.reader = new ItemReader(listing.items());
    }

    @Override
    public void login() throws VendorException {
        client.login();
    }

    @Override
    public ListingWalk walk() {
        return new ListingWalk(listing.paging(), TICKETS_A_PAGE);
    }

    @Override
    public TicketPage page(PageRef page, int size) throws VendorException {
        TicketItems items = new TicketItems(reader);
        return items.page(client.page(listing, page, size, items));
    }

    /** @throws IllegalArgumentException where it does not fit */
    static Row row(Item.Read read) {
        Row row = new Row(TicketListing.TICKETS, read.values(), read.extra());
        // a database takes ids that differ in these for the same
        if (!row.key().equals(row.key().strip())) {
            throw new IllegalArgumentException("ticketId has blanks around it");
        }
        return row;
    }

    @Override
    public Optional<Ticket> ticket(String ticketId) throws VendorException {
        return ticket(client.call("ticket", Map.of("ticketId", ticketId), Map.of()));
    }

    @Override
    public Optional<Ticket> ticketByExternalId(String externalId) throws VendorException {
        Optional<Ticket> found = ticket(client.call("ticketByExternalId", Map.of("externalId", externalId), Map.of()));
        // a server that ignores the parameter would give us somebody else's
        return found.filter(ticket -> ticket.externalId().equals(externalId));
    }

    private static Optional<Ticket> ticket(CallAnswer answer) {
        return answer.items().stream()
                .filter(Item.Read.class::isInstance)
                .map(item -> new Ticket(row((Item.Read) item)))
                .findFirst();
    }

    @Override
    public Optional<List<Activity>> activities(String ticketId) throws VendorException {
        CallAnswer answer = client.call("activities", Map.of("ticketId", ticketId), Map.of());
        if (answer.outcome() == Outcome.ABSENT) {
            return Optional.empty();
        }
        return Optional.of(answer.items().stream()
                .filter(Item.Read.class::isInstance)
                .map(item -> activity(((Item.Read) item).values()))
                .toList());
    }

    private static Activity activity(List<Object> values) {
        List<String> texts =
                values.stream().map(value -> Objects.toString(value, "")).toList();
        return new Activity(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
    }

    @Override
    public String create(Map<String, Object> fields) throws VendorException {
        CallAnswer answer = client.call("create", Map.of(), fields);
        return answer.outcome() == Outcome.EXISTS
                ? answer.id()
                : ticket(answer).map(Ticket::ticketId).orElse("");
    }

    @Override
    public Written update(String ticketId, Map<String, Object> fields) throws VendorException {
        return written(client.call("update", Map.of("ticketId", ticketId), fields));
    }

    @Override
    public Written note(String ticketId, String text, String externalId) throws VendorException {
        Map<String, String> parameters = Map.of("ticketId", ticketId, "text", text, "externalId", externalId);
        return written(client.call("note", parameters, Map.of()));
    }

    @Override
    public Written end(String ticketId) throws VendorException {
        return written(client.call("close", Map.of("ticketId", ticketId), Map.of()));
    }

    private static Written written(CallAnswer answer) {
        return switch (answer.outcome()) {
            case DONE, EXISTS -> Written.DONE;
            case CHANGED -> Written.CHANGED;
            case ABSENT -> Written.ABSENT;
        };
    }

    @Override
    public void abort() {
        client.abort();
    }

    @Override
    public void close() {
        client.close();
    }
}
