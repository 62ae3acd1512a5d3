/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A response in parts, each with a call of its own. */
class CallPartsTest extends TicketCase {
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
        speakOfTickets(Map.of("calls", declared));
        client.login();
        vendor.requests.clear();
    }
}
