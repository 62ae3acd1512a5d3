/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Errors in responses with status 200, before and after the rows, and HTML pages: two in each dataset's poll. */
final class ErrorsVendor extends OtherVendor {
    private static final List<String> TROUBLES =
            List.of("TRY_LATER", "html 502", "TICKET_TOO_OLD", "html 200", "after the rows", "html 403", "TOO_FAST");
    private static final int IN_A_POLL = 2;

    /** The errors to send in place of the second page, in order. */
    private final Map<Dataset, Queue<String>> toCome = new ConcurrentHashMap<>();

    private final AtomicInteger tickets = new AtomicInteger();

    ErrorsVendor(Map<Dataset, List<JsonNode>> rows) throws IOException {
        super(rows);
        planned().forEach((dataset, troubles) -> toCome.put(dataset, new ConcurrentLinkedQueue<>(troubles)));
    }

    /**
     * Distributes the errors over the datasets so that each occurs, and all together stay within the element's retry
     * budget.
     */
    static Map<Dataset, List<String>> planned() {
        Map<Dataset, List<String>> planned = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            int from = planned.size() * IN_A_POLL;
            planned.put(
                    dataset,
                    IntStream.range(from, from + IN_A_POLL)
                            .mapToObj(i -> TROUBLES.get(i % TROUBLES.size()))
                            .toList());
        }
        return planned;
    }

    /** The errors that were sent. */
    Map<Dataset, List<String>> met() {
        Map<Dataset, List<String>> met = planned();
        met.replaceAll((dataset, troubles) ->
                troubles.subList(0, troubles.size() - toCome.get(dataset).size()));
        return met;
    }

    @Override
    String profile() {
        return "errors.json";
    }

    @Override
    void answer(Asked asked) throws IOException {
        if (asked.what().equals("POST /gate/login")) {
            boolean good = asked.json().path("password").asText().equals(PASSWORD);
            ObjectNode answer = good ? reply("true") : error("WRONG_PASSWORD");
            answer.withObject("/reply").put("ticket", "t" + tickets.incrementAndGet());
            asked.answer(200, answer);
        } else if (!asked.header("Cookie").startsWith("TICKET=t")) {
            asked.answer(200, error("TICKET_TOO_OLD"));
        } else {
            list(asked, dataset(asked.last()));
        }
    }

    private void list(Asked asked, Dataset dataset) throws IOException {
        int page = asked.number("page");
        String trouble = page == 2 ? toCome.get(dataset).poll() : null;
        if (trouble == null) {
            asked.answer(200, page(dataset, page, asked.number("size"), reply("true")));
            return;
        }
        switch (trouble) {
            case "html 502" -> asked.answerPage(502, "No upstream");
            case "html 403" -> asked.answerPage(403, "Request blocked");
            case "html 200" -> asked.answerPage(200, "Maintenance");
            case "after the rows" -> {
                ObjectNode answer = page(dataset, page, asked.number("size"), JSON.createObjectNode());
                answer.setAll(error("TRY_LATER"));
                asked.answer(200, answer);
            }
            default -> asked.answer(200, error(trouble));
        }
    }

    private ObjectNode page(Dataset dataset, int page, int size, ObjectNode answer) {
        rows(dataset, (page - 1L) * size, size)
                .forEach(row -> answer.withArray("rows").add(row));
        answer.withObject("/reply").put("total", rows(dataset).size());
        return answer;
    }

    private static ObjectNode reply(String ok) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("reply").put("ok", Boolean.parseBoolean(ok));
        return answer;
    }

    private static ObjectNode error(String code) {
        ObjectNode answer = reply("false");
        answer.withObject("/reply").putObject("error").put("code", code).put("text", "not now");
        return answer;
    }
}
