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

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that are no page: tickets made, changed and looked up, by a profile of the test's own. */
class CallTest extends Fixture {
    private static final List<Column> TICKET = List.of(
            new Column("ticketId", ColumnType.TEXT, false),
            new Column("status", ColumnType.TEXT, false),
            new Column("severity", ColumnType.INTEGER, false),
            new Column("created", ColumnType.TIME, false),
            new Column("urgent", ColumnType.BOOLEAN, false));
    private static final ProfileNeeds CALLS = new ProfileNeeds(
            Set.of("route", "service"),
            Map.of("tickets", new ListingNeeds(TICKET, "ticketId")),
            Map.of(
                    "create", new CallNeeds(Set.of("externalId"), TICKET, TICKET),
                    "update", new CallNeeds(Set.of("ticketId", "etag"), TICKET, List.of()),
                    "one", new CallNeeds(Set.of("ticketId"), List.of(), TICKET),
                    "find", new CallNeeds(Set.of("externalId"), List.of(), TICKET, Set.of(CallNeeds.PAGING))));
    private static final Credentials ROUTED =
            new Credentials("ops", "s3cret-Pa55", Map.of("route", "lab", "service", true), Set.of());
    private static final String LISTINGS =
            """
            {"tickets": {"path": "/tickets", "key": "ticketId", "columns": {
              "ticketId": "/id",
              "status": {"pointer": "/state/name", "table": {"Open": "acknowledged", "In Progress": "inProgress"}},
              "severity": {"pointer": "/sev", "table": {"CRITICAL": "1"}},
              "created": {"pointer": "/state/since", "written": {"pattern": "dd/MM/yyyy HH:mm", "zone": "Europe/Brussels"}},
              "urgent": "/urgent"}}}""";
    private static final String DECLARED =
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
        speak(
                ROUTED,
                CALLS,
                Map.of(
                        "auth", "{\"type\": \"basic\", \"checkPath\": \"/whoami\"}",
                        "listings", LISTINGS,
                        "calls", DECLARED));
        client.login();
        vendor.requests.clear();
    }

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
    void findsSeveralInAListAndNoneInAnEmptyOne() throws VendorException {
        vendor.pages((request, out, socket) -> json(out, "{\"found\":[{\"id\":\"T1\"},{\"id\":\"T2\"}],\"n\":2}"));
        assertThat(client.call("find", Map.of("externalId", "a b&c"), Map.of()).items())
                .extracting(item -> ((Item.Read) item).values().get(0))
                .containsExactly("T1", "T2");
        assertThat(vendor.requests.get(0)).startsWith("GET /tickets?ref=a+b%26c&all=true HTTP/1.1");

        vendor.pages((request, out, socket) -> json(out, "{\"found\":[]}"));
        CallAnswer none = client.call("find", Map.of("externalId", "x"), Map.of());
        assertThat(none).isEqualTo(new CallAnswer(Outcome.DONE, "", "", List.of(), "", CallAnswer.Rest.NONE));
    }

    @Test
    void readsOfTheOneItemOfAnAnswerWhatCanBeReadAsLongAsItsKeyCan() throws VendorException {
        vendor.pages((request, out, socket) -> json(out, "{\"ticket\":{\"id\":\"T1\",\"sev\":2}}"));
        assertThat(((Item.Read) client.call("one", Map.of("ticketId", "T1"), Map.of())
                                .items()
                                .get(0))
                        .values())
                .startsWith("T1", null, 2L);

        String text = "z".repeat(40_000);
        vendor.pages((request, out, socket) -> json(
                out,
                "{\"ticket\":{\"id\":\"T1\",\"sev\":\"high\",\"urgent\":[],\"state\":{\"name\":\"" + text
                        + "\",\"since\":\"\"},\"more\":\"" + text + "\"}}"));
        assertThat(((Item.Read) client.call("one", Map.of("ticketId", "T1"), Map.of())
                                .items()
                                .get(0))
                        .values())
                .containsExactly("T1", text, null, null, null);

        vendor.pages(
                (request, out, socket) -> json(out, "{\"ticket\":{\"id\":\"T1\",\"state\":{\"name\":{\"a\":1}}}}"));
        assertThat(((Item.Read) client.call("one", Map.of("ticketId", "T1"), Map.of())
                                .items()
                                .get(0))
                        .values())
                .startsWith("T1", "{\"a\":1}");

        vendor.pages((request, out, socket) ->
                json(out, "{\"ticket\":{\"sev\":2,\"odd\\ud83dname\":{\"\\udc00\":1},\"id\":\"T1\"}}"));
        assertThat(client.call("one", Map.of("ticketId", "T1"), Map.of()).items())
                .containsExactly(
                        new Item.Read(Arrays.asList("T1", null, 2L, null, null), "{\"odd\ud83dname\":{\"\udc00\":1}}"));

        vendor.pages((request, out, socket) -> json(out, "{\"ticket\":{\"id\":null,\"sev\":1}}"));
        assertThat(client.call("one", Map.of("ticketId", "T1"), Map.of()).items())
                .hasOnlyElementsOfType(RejectedRow.class);

        vendor.pages((request, out, socket) -> json(out, "{\"ticket\":[]}"));
        assertThat(failure(Protocol.class, () -> client.call("one", Map.of("ticketId", "T1"), Map.of())))
                .hasMessageStartingWith("/ticket is not an object");
    }

    @Test
    void aRefusalThatTheProfileNamesIsAnAnswer() throws VendorException {
        vendor.login((request, out, socket) ->
                status(out, "409 Conflict", "{\"error\":{\"code\":\"KNOWN\",\"ticketId\":4711}}"));
        assertThat(client.call("create", Map.of("externalId", "x"), Map.of()))
                .isEqualTo(new CallAnswer(Outcome.EXISTS, "4711", "", List.of(), "", CallAnswer.Rest.NONE));
        vendor.login((request, out, socket) -> status(out, "409 Conflict", "<html>oops</html>"));
        assertThat(client.call("create", Map.of("externalId", "x"), Map.of()))
                .isEqualTo(new CallAnswer(Outcome.EXISTS, "", "\"oops\"", List.of(), "", CallAnswer.Rest.NONE));

        vendor.pages((request, out, socket) -> status(out, "412 Changed", ""));
        assertThat(client.call("update", Map.of("ticketId", "T1"), Map.of()).outcome())
                .isEqualTo(Outcome.CHANGED);
        vendor.pages((request, out, socket) -> status(out, "404 Not Found", ""));
        assertThat(client.call("update", Map.of("ticketId", "T1"), Map.of()).outcome())
                .isEqualTo(Outcome.ABSENT);
        // for this call the profile says no such thing of the status
        assertThat(failure(Rejected.class, () -> client.call("one", Map.of("ticketId", "T1"), Map.of())))
                .hasMessageStartingWith("HTTP 404");
        vendor.pages((request, out, socket) -> status(out, "400 Bad", "{\"error\":\"GONE\"}"));
        assertThat(client.call("one", Map.of("ticketId", "T1"), Map.of()).outcome())
                .isEqualTo(Outcome.ABSENT);
    }

    @Test
    void anErrorInsideAGoodAnswerIsSuchARefusalTooAndTellsTheId() throws VendorException {
        speakOfErrors("""
                {"codePointers": ["/error/code"], "inside200": {"pointer": "/error"}}""");
        vendor.login((request, out, socket) -> json(out, "{\"error\":{\"code\":\"KNOWN\",\"ticketId\":\"T5\"}}"));

        assertThat(client.call("create", Map.of("externalId", "x"), Map.of()))
                .isEqualTo(new CallAnswer(Outcome.EXISTS, "T5", "KNOWN", List.of(), "", CallAnswer.Rest.NONE));
    }

    @Test
    void aRefusalInsideAGoodAnswerThatIsAListIsOneWhereverItStands() throws VendorException {
        speakOfErrors(
                """
                {"inside200": {"pointer": "", "contains": ["isn't a valid", "Permission Denied"]}}""");
        vendor.pages((request, out, socket) -> json(out, "[\"Ticket 1: Status changed from 'new' to 'open'\"]"));
        assertThat(client.call("update", Map.of("ticketId", "1"), Map.of()).outcome())
                .isEqualTo(Outcome.DONE);

        vendor.pages((request, out, socket) ->
                json(out, "[\"Ticket 1: Owner changed\",\"Ticket 1: Status 'x' isn't a valid status\"]"));
        assertThat(failure(Rejected.class, () -> client.call("update", Map.of("ticketId", "1"), Map.of())))
                .hasMessageContaining("Ticket 1: Status 'x' isn't a valid status");

        speakOfErrors("{\"messagePointers\": [\"/0\"], \"inside200\": {\"pointer\": \"/0\"}}");
        assertThat(failure(Rejected.class, () -> client.call("update", Map.of("ticketId", "1"), Map.of())))
                .hasMessageContaining("Ticket 1: Owner changed");
    }

    private void speakOfErrors(String errors) {
        speak(
                ROUTED,
                CALLS,
                Map.of(
                        "auth",
                        "{\"type\": \"basic\", \"checkPath\": \"/whoami\"}",
                        "errors",
                        errors,
                        "listings",
                        LISTINGS,
                        "calls",
                        DECLARED));
    }

    @Test
    void anAnswerInPartsIsAskedForPartByPartHoweverTheVendorNamesThem() throws VendorException {
        Map<String, List<String>> asked = Map.of(
                """
                        {"style": "offset", "offsetParameter": "from", "totalPointer": "/n"}""",
                List.of(
                        "/tickets?ref=x&all=true ",
                        "/tickets?ref=x&all=true&from=2 ",
                        "/tickets?ref=x&all=true&from=4 "),
                "{\"style\": \"page\", \"pageParameter\": \"p\", \"firstPage\": 1, \"totalPagesPointer\": \"/pages\","
                        + " \"sizeParameter\": \"size\"}",
                List.of(
                        "/tickets?ref=x&all=true&p=1&size=200 ",
                        "/tickets?ref=x&all=true&p=2&size=200 ",
                        "/tickets?ref=x&all=true&p=3&size=200 "),
                """
                        {"style": "cursor", "cursorParameter": "after", "nextPointer": "/cursor"}""",
                List.of(
                        "/tickets?ref=x&all=true ",
                        "/tickets?ref=x&all=true&after=c1 ",
                        "/tickets?ref=x&all=true&after=c2 "),
                "{\"style\": \"next\", \"nextPointer\": \"/next\"}",
                List.of("/tickets?ref=x&all=true ", "/tickets/more?part=1 ", "/tickets/more?part=2 "));
        for (Map.Entry<String, List<String>> each : asked.entrySet()) {
            speakOfParts(each.getKey());
            AtomicInteger parts = new AtomicInteger();
            vendor.pages((request, out, socket) -> {
                int part = parts.incrementAndGet();
                String next =
                        part == 3 ? "" : ",\"cursor\":\"c" + part + "\",\"next\":\"/tickets/more?part=" + part + "\"";
                return json(
                        out,
                        "{\"found\":[{\"id\":\"a" + part + "\"}" + (part < 3 ? ",{\"id\":\"b" + part + "\"}" : "")
                                + "],\"n\":5,\"pages\":3" + next + "}");
            });
            Optional<AnswerPart> part = Optional.of(AnswerPart.FIRST);
            int items = 0;
            while (part.isPresent()) {
                CallAnswer answer = client.call("find", Map.of("externalId", "x"), Map.of(), part.get());
                items += answer.items().size();
                part = answer.rest().next();
            }
            assertThat(items).isEqualTo(5);
            assertThat(vendor.requests)
                    .extracting(request -> request.substring(4, request.indexOf("HTTP")))
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void aPartThatLeadsToAnotherServerIsNotFollowed() throws VendorException {
        speakOfParts("{\"style\": \"next\", \"nextPointer\": \"/next\"}");
        AnswerPart elsewhere = new AnswerPart(1, 2, "https://elsewhere.example/tickets");
        assertThat(failure(Rejected.class, () -> client.call("find", Map.of("externalId", "x"), Map.of(), elsewhere)))
                .hasMessageContaining("it leads to another server");
        assertThat(vendor.requests).isEmpty();
    }

    private void speakOfParts(String paging) throws VendorException {
        String declared = DECLARED.replace(
                "\"itemsPointer\": \"/found\"}", "\"itemsPointer\": \"/found\"}, \"paging\": " + paging);
        speak(
                ROUTED,
                CALLS,
                Map.of(
                        "auth",
                        "{\"type\": \"basic\", \"checkPath\": \"/whoami\"}",
                        "listings",
                        LISTINGS,
                        "calls",
                        declared));
        client.login();
        vendor.requests.clear();
    }

    @Test
    void aCallThatLeavesOutWhatItIsAboutIsAMistakeOfTheProfile() {
        String withoutId = DECLARED.replace(
                "\"path\": \"/tickets/${ticketId}\", \"headers\"", "\"path\": \"/tickets\", \"headers\"");
        assertThatThrownBy(() -> speak(ROUTED, CALLS, Map.of("listings", LISTINGS, "calls", withoutId)))
                .hasMessageContaining("/calls/update does not use ${ticketId}");
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
    void anEmptyAnswerSaysNothingOfWhatWasAskedFor() throws VendorException {
        for (String status : List.of("204 No Content", "200 OK")) {
            vendor.pages((request, out, socket) -> status(out, status, ""));
            assertThat(failure(Protocol.class, () -> client.call("find", Map.of("externalId", "x"), Map.of())))
                    .hasMessageStartingWith("expected JSON, got an empty response");
        }
    }

    @Test
    void anEmptyAnswerToAWriteSaysThatItWasTaken() throws VendorException {
        for (String status : List.of("204 No Content", "201 Created")) {
            vendor.login((request, out, socket) -> status(out, status, ""));
            assertThat(client.call("create", Map.of("externalId", "x"), Map.of()))
                    .isEqualTo(new CallAnswer(Outcome.DONE, "", "", List.of(), "", CallAnswer.Rest.NONE));
        }
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
