/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import static io.vsatlink.api.dataset.Column.text;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.kit.element.BuiltInProfile;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The requirements of this connector for a vendor profile, and the built-in profile. */
public final class EtmsProfile {
    /** Some vendors change it by a separate call. */
    static final String STATUS_FIELD = "status";

    /** The columns of an activity log. */
    static final List<Column> ACTIVITY =
            List.of(text("activityId"), text("time"), text("author"), text("type"), text("text"), text("externalId"));

    private static final List<Column> TICKET = TicketListing.TICKETS.columns();

    /** The columns that may be written: all except those that ETMS sets and the state, which is derived from the status. */
    private static final List<Column> WRITTEN = TICKET.stream()
            .filter(column -> !Set.of("ticketId", "createdDate", "lastModifiedDate", "resolvedDate", "state")
                    .contains(column.name()))
            .toList();

    private static final List<Column> STATUS = WRITTEN.stream()
            .filter(column -> column.name().equals(STATUS_FIELD))
            .toList();

    public static final BuiltInProfile BUILT_IN = new BuiltInProfile(EtmsProfile.class, "etms.json", needs());

    private EtmsProfile() {}

    private static ProfileNeeds needs() {
        List<Column> none = List.of();
        Set<String> id = Set.of("ticketId");
        Set<String> answer = Set.of(CallNeeds.ANSWER);
        Set<String> close = Set.of(TicketRequest.TEXT, CallNeeds.FIELDS, CallNeeds.ANSWER);
        return new ProfileNeeds(
                Set.of("apiKey", "routeTo", "serviceAccount", "ticketListId"),
                Map.of("tickets", new ListingNeeds(TICKET, "ticketId")),
                Map.of(
                        "ticket", new CallNeeds(id, none, TICKET),
                        "ticketByExternalId", new CallNeeds(Set.of("externalId"), none, TICKET),
                        "activities", new CallNeeds(id, none, ACTIVITY, Set.of("externalId", CallNeeds.PAGING)),
                        "create", new CallNeeds(Set.of(), WRITTEN, TICKET, Set.of(CallNeeds.REQUIRES)),
                        "update", new CallNeeds(id, WRITTEN, TICKET, answer),
                        "setStatus", new CallNeeds(id, STATUS, TICKET, Set.of(CallNeeds.CALL, CallNeeds.ANSWER)),
                        "close",
                                new CallNeeds(
                                        Set.of("ticketId", TicketRequest.TEXT),
                                        List.of(text(TicketRequest.TEXT)),
                                        TICKET,
                                        close),
                        "note",
                                new CallNeeds(
                                        Set.of("ticketId", "text", "externalId"),
                                        none,
                                        ACTIVITY.subList(0, 1),
                                        Set.of("externalId", CallNeeds.ANSWER))));
    }
}
