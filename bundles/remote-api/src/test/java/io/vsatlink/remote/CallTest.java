/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.send;
import static io.vsatlink.testkit.http.RawServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a call sends, according to the profile. */
class CallTest extends TicketCase {
    @Test
    void fillsBodyHeadersAndFieldsAsTheVendorWritesThem() throws VendorException {
        vendor.login((request, out, socket) -> send(
                out,
                "201 Created",
                "ETag: \"v7\"\r\n",
                """
                        {"id":77,"state":{"name":"Open","since":"21/11/2026 03:00","more":1},"sev":"CRITICAL"}"""
                        .getBytes(UTF_8)));

        CallAnswer answer = client.call(
                "create",
                Map.of("externalId", "a\"b ${username}"),
                Map.of(
                        "status",
                        "inProgress",
                        "severity",
                        1L,
                        "created",
                        new TimeValue("2026-11-21T03:00:00+01:00", Instant.parse("2026-11-21T02:00:00Z")),
                        "urgent",
                        true));

        assertThat(vendor.requests.get(0))
                .startsWith("POST /tickets HTTP/1.1")
                .contains("Route-To: lab\r\n")
                .contains("Authorization: Basic ")
                .endsWith(
                        "\r\n\r\n{\"service\":true,\"state\":{\"by\":\"ops\",\"name\":\"In Progress\","
                                + "\"since\":\"21/11/2026 03:00\"},\"ref\":\"a\\\"b ${username}\",\"sev\":\"CRITICAL\",\"urgent\":true}");
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.etag()).isEqualTo("\"v7\"");
        assertThat(answer.items())
                .containsExactly(new Item.Read(
                        Arrays.asList(
                                "77",
                                "acknowledged",
                                1L,
                                new TimeValue("2026-11-21T02:00:00Z", Instant.parse("2026-11-21T02:00:00Z")),
                                null),
                        "{\"state\":{\"more\":1}}"));
    }

    @Test
    void halfASurrogatePairGoesOutAsAnEscapeAndNotAsAQuestionMark() throws VendorException {
        vendor.login((request, out, socket) -> json(out, "{\"id\":77}"));
        client.call("create", Map.of("externalId", "cut \ud83d"), Map.of("status", "whole \ud83d\ude00, half \ude00"));
        assertThat(vendor.requests.get(0))
                .contains("\"ref\":\"cut \\ud83d\"")
                .contains("whole \ud83d\ude00, half \\ude00");
    }

    @Test
    void writesFieldsOfItsOwnAndNullAsNullAndLeavesOutWhatIsNotGiven() throws VendorException {
        vendor.pages((request, out, socket) -> send(out, "204 No Content", "ETag: \"v8\"\r\n", new byte[0]));
        Map<String, Object> fields = new HashMap<>(Map.of("status", "resolved"));
        fields.put("created", new TimeValue("2026-11-21T02:00:00Z", Instant.parse("2026-11-21T02:00:00Z")));

        CallAnswer answer = client.call("update", Map.of("ticketId", "T/1 ?ü", "etag", "\"v7\""), fields);

        assertThat(answer).isEqualTo(new CallAnswer(Outcome.DONE, "", "", List.of(), "\"v8\"", CallAnswer.Rest.NONE));
        assertThat(vendor.requests.get(0))
                .startsWith("PATCH /tickets/T%2F1%20%3F%C3%BC HTTP/1.1")
                .contains("If-Match: \"v7\"\r\n")
                .endsWith("\r\n\r\n{\"s\":\"Fixed\",\"when\":1795226400000}");

        fields.put("created", null);
        fields.remove("status");
        client.call("update", Map.of("ticketId", "T2"), fields);
        assertThat(vendor.requests.get(1)).doesNotContain("If-Match").endsWith("\r\n\r\n{\"when\":null}");
    }

    @Test
    void aCallThatLeavesOutWhatItIsAboutIsAMistakeOfTheProfile() {
        String withoutId = DECLARED.replace(
                "\"path\": \"/tickets/${ticketId}\", \"headers\"", "\"path\": \"/tickets\", \"headers\"");
        assertThatThrownBy(() -> speak(ROUTED, CALLS, Map.of("listings", LISTINGS, "calls", withoutId)))
                .hasMessageContaining("/calls/update does not use ${ticketId}");
    }

    @Test
    void aFieldThatACallMayLackCannotBeItsPlaceholder() {
        String placed = DECLARED.replace(
                "\"status\": {\"pointer\": \"/s\", \"table\"", "\"status\": {\"placeholder\": true, \"table\"");
        String used = placed.replace("{\"If-Match\": ", "{\"X-Status\": \"${status}\", \"If-Match\": ");
        assertThatThrownBy(() -> speak(ROUTED, CALLS, Map.of("vocabulary", "2", "listings", LISTINGS, "calls", placed)))
                .hasMessageContaining("/calls/update does not use ${status}");
        assertThatThrownBy(() -> speak(ROUTED, CALLS, Map.of("vocabulary", "2", "listings", LISTINGS, "calls", used)))
                .hasMessageContaining("/calls/update/fields/status/placeholder is for calls that send one field only");
    }

    @Test
    void aColumnOfAListingHasAPlace() {
        String placed = LISTINGS.replace("\"urgent\": \"/urgent\"", "\"urgent\": {\"placeholder\": true}");
        assertThatThrownBy(() -> speak(ROUTED, CALLS, Map.of("vocabulary", "2", "listings", placed, "calls", DECLARED)))
                .hasMessageContaining("/listings/tickets/columns/urgent has no place");
    }

    @Test
    void aValueGoesOutOnlyByTheTableWhereThereIsOne() {
        CallProfile update = spoken().calls().get("update");
        assertThat(update.payload().writes("status")).isTrue();
        assertThat(update.payload().writes("severity")).isFalse();
        assertThat(update.payload().objection("status", "resolved")).isEmpty();
        assertThat(update.payload().objection("created", "2026-11-21T02:00:00Z"))
                .isEmpty();
        assertThat(update.payload().objection("status", "frozen"))
                .contains("status \"frozen\" is not in the vendor profile's table; allowed are resolved");
    }

    @Test
    void aTokenThatIsTooOldIsRenewedAndTheCallMadeOnceMore() throws VendorException {
        AtomicBoolean old = new AtomicBoolean(true);
        vendor.pages((request, out, socket) -> (request.startsWith("GET /tickets") && old.getAndSet(false))
                ? status(out, "401 Unauthorized", "{\"error\":\"token_expired\"}")
                : json(out, "{\"found\":[]}"));

        assertThat(client.call("find", Map.of("externalId", "x"), Map.of()).items())
                .isEmpty();
        assertThat(vendor.requests).hasSize(3);
    }
}
