/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Responses to calls: values that were found, and refusals named by the profile. */
class CallAnswerTest extends TicketCase {
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
        // for this call the profile does not mention the status
        assertThat(failure(Rejected.class, () -> client.call("one", Map.of("ticketId", "T1"), Map.of())))
                .hasMessageStartingWith("HTTP 404");
        vendor.pages((request, out, socket) -> status(out, "400 Bad", "{\"error\":\"GONE\"}"));
        assertThat(client.call("one", Map.of("ticketId", "T1"), Map.of()).outcome())
                .isEqualTo(Outcome.ABSENT);
    }

    @Test
    void anErrorInsideAGoodAnswerIsSuchARefusalTooAndTellsTheId() throws VendorException {
        speakOfTickets(Map.of(
                "errors",
                """
                {"codePointers": ["/error/code"], "inside200": {"pointer": "/error"}}"""));
        vendor.login((request, out, socket) -> json(out, "{\"error\":{\"code\":\"KNOWN\",\"ticketId\":\"T5\"}}"));

        assertThat(client.call("create", Map.of("externalId", "x"), Map.of()))
                .isEqualTo(new CallAnswer(Outcome.EXISTS, "T5", "KNOWN", List.of(), "", CallAnswer.Rest.NONE));
    }

    @Test
    void aRefusalInsideAGoodAnswerThatIsAListIsOneWhereverItStands() throws VendorException {
        speakOfTickets(
                Map.of(
                        "errors",
                        """
                {"inside200": {"pointer": "", "contains": ["isn't a valid", "Permission Denied"]}}"""));
        vendor.pages((request, out, socket) -> json(out, "[\"Ticket 1: Status changed from 'new' to 'open'\"]"));
        assertThat(client.call("update", Map.of("ticketId", "1"), Map.of()).outcome())
                .isEqualTo(Outcome.DONE);

        vendor.pages((request, out, socket) ->
                json(out, "[\"Ticket 1: Owner changed\",\"Ticket 1: Status 'x' isn't a valid status\"]"));
        assertThat(failure(Rejected.class, () -> client.call("update", Map.of("ticketId", "1"), Map.of())))
                .hasMessageContaining("Ticket 1: Status 'x' isn't a valid status");

        speakOfTickets(Map.of("errors", "{\"messagePointers\": [\"/0\"], \"inside200\": {\"pointer\": \"/0\"}}"));
        assertThat(failure(Rejected.class, () -> client.call("update", Map.of("ticketId", "1"), Map.of())))
                .hasMessageContaining("Ticket 1: Owner changed");
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
}
