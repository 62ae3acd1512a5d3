/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Calls other than pages: tickets are created, changed and looked up, with a profile of the test's own. */
abstract class TicketCase extends Fixture {
    private static final List<Column> TICKET = List.of(
            new Column("ticketId", ColumnType.TEXT, false),
            new Column("status", ColumnType.TEXT, false),
            new Column("severity", ColumnType.INTEGER, false),
            new Column("created", ColumnType.TIME, false),
            new Column("urgent", ColumnType.BOOLEAN, false));
    static final ProfileNeeds CALLS = new ProfileNeeds(
            Set.of("route", "service"),
            Map.of("tickets", new ListingNeeds(TICKET, "ticketId")),
            Map.of(
                    "create", new CallNeeds(Set.of("externalId"), TICKET, TICKET),
                    "update", new CallNeeds(Set.of("ticketId", "etag"), TICKET, List.of()),
                    "one", new CallNeeds(Set.of("ticketId"), List.of(), TICKET),
                    "find", new CallNeeds(Set.of("externalId"), List.of(), TICKET, Set.of(CallNeeds.PAGING))));
    static final Credentials ROUTED =
            new Credentials("ops", "s3cret-Pa55", Map.of("route", "lab", "service", true), Set.of());
    static final String LISTINGS =
            """
            {"tickets": {"path": "/tickets", "key": "ticketId", "columns": {
              "ticketId": "/id",
              "status": {"pointer": "/state/name", "table": {"Open": "acknowledged", "In Progress": "inProgress"}},
              "severity": {"pointer": "/sev", "table": {"CRITICAL": "1"}},
              "created": {"pointer": "/state/since", "written": {"pattern": "dd/MM/yyyy HH:mm", "zone": "Europe/Brussels"}},
              "urgent": "/urgent"}}}""";
    static final String DECLARED =
            """
            {"create": {"method": "POST", "path": "/tickets", "headers": {"Route-To": "${route}"},
               "body": {"service": "${service}", "state": {"by": "${username}"}, "ref": "${externalId}"},
               "fields": "tickets", "answer": {"columns": "tickets", "itemPointer": ""},
               "outcomes": {"exists": {"codes": ["KNOWN"], "statuses": [409], "idPointer": "/error/ticketId"}}},
             "update": {"method": "PATCH", "path": "/tickets/${ticketId}", "headers": {"If-Match": "${etag}"},
               "fields": {"status": {"pointer": "/s", "table": {"Fixed": "resolved"}}, "created": {"pointer": "/when", "written": "epochMillis"}},
               "outcomes": {"changed": {"statuses": [409, 412]}, "absent": {"statuses": [404]}}},
             "one": {"method": "GET", "path": "/tickets/${ticketId}", "answer": {"columns": "tickets", "itemPointer": "/ticket"},
               "outcomes": {"absent": {"codes": ["GONE"]}}},
             "find": {"method": "GET", "path": "/tickets", "query": {"ref": "${externalId}", "all": "true"},
               "answer": {"columns": "tickets", "itemsPointer": "/found"}}}""";

    @BeforeEach
    void speakOfTickets() throws VendorException {
        speakOfTickets(Map.of());
        client.login();
        vendor.requests.clear();
    }

    /** @param parts replacements in the profile */
    final void speakOfTickets(Map<String, String> parts) {
        Map<String, String> all = new HashMap<>(Map.of(
                "auth", "{\"type\": \"basic\", \"checkPath\": \"/whoami\"}",
                "listings", LISTINGS,
                "calls", DECLARED));
        all.putAll(parts);
        speak(ROUTED, CALLS, all);
    }
}
