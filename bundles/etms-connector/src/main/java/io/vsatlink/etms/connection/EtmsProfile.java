package io.vsatlink.etms.connection;

import static io.vsatlink.api.dataset.Column.text;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.ProfileReader;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this connector wants of a vendor profile, and the one that comes with it. */
public final class EtmsProfile {
    private static final String RESOURCE = "etms.json";

    /** The columns of an activity log. */
    static final List<Column> ACTIVITY =
            List.of(text("activityId"), text("time"), text("author"), text("type"), text("text"), text("externalId"));

    private static final List<Column> TICKET = TicketListing.TICKETS.columns();

    /** What may be written: all but what is ETMS's own, and the state, which follows from the status. */
    private static final List<Column> WRITTEN = TICKET.stream()
            .filter(column -> !Set.of("ticketId", "createdDate", "lastModifiedDate", "resolvedDate", "state")
                    .contains(column.name()))
            .toList();

    private EtmsProfile() {}

    /** @param folder of the operator's profiles; null where the host has none */
    public static ProfileInForce inForce(Path folder) {
        return new ProfileInForce(builtIn(), needs(), folder);
    }

    /** The profile that comes with this bundle. */
    public static VendorProfile builtIn() {
        try (InputStream json = EtmsProfile.class.getResourceAsStream(RESOURCE)) {
            return ProfileReader.read(json, RESOURCE, needs());
        } catch (IOException | ProfileException e) {
            throw new IllegalStateException(RESOURCE + " is unusable: " + e.getMessage(), e);
        }
    }

    private static ProfileNeeds needs() {
        List<Column> none = List.of();
        Set<String> id = Set.of("ticketId");
        Set<String> answer = Set.of(CallNeeds.ANSWER);
        return new ProfileNeeds(
                Set.of("apiKey", "routeTo", "serviceAccount", "ticketListId"),
                Map.of("tickets", new ListingNeeds(TICKET, "ticketId")),
                Map.of(
                        "ticket", new CallNeeds(id, none, TICKET),
                        "ticketByExternalId", new CallNeeds(Set.of("externalId"), none, TICKET),
                        "activities", new CallNeeds(id, none, ACTIVITY, Set.of("externalId", CallNeeds.PAGING)),
                        "create", new CallNeeds(Set.of(), WRITTEN, TICKET),
                        "update", new CallNeeds(id, WRITTEN, TICKET, answer),
                        "close", new CallNeeds(id, none, TICKET, answer),
                        "note",
                                new CallNeeds(
                                        Set.of("ticketId", "text", "externalId"),
                                        none,
                                        ACTIVITY.subList(0, 1),
                                        Set.of("externalId", CallNeeds.ANSWER))));
    }
}
