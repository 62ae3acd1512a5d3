/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.json.Json;
import io.vsatlink.simulator.tickets.Activity;
import io.vsatlink.simulator.tickets.Author;
import io.vsatlink.simulator.tickets.DeskRota;
import io.vsatlink.simulator.tickets.Refusal;
import io.vsatlink.simulator.tickets.Ticket;
import io.vsatlink.simulator.tickets.TicketBooks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers calls that read or change tickets.
 *
 * @param mostActivities the maximum number of activities in one answer; 0 for no limit
 */
record TicketCalls(TicketBooks books, DeskRota rota, int maxLimit, int mostActivities) {

    void list(Call call, String listId) throws IOException {
        ListRequest asked = ListRequest.of(call, maxLimit);
        rota.beforePage();
        TicketBooks.Extract extract = books.list(listId, asked.offset(), asked.limit());
        try (JsonGenerator json = call.beginJson(200).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeNumberField("offset", asked.offset());
            json.writeNumberField("limit", asked.limit());
            json.writeNumberField("totalCount", extract.total());
            json.writeArrayFieldStart("tickets");
            for (Supplier<Ticket> ticket : extract.tickets()) {
                Json.write(json, ticket.get().fields());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    void find(Call call) throws IOException {
        String externalId = call.query("externalId")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Refusal.malformed("Name the externalId.", List.of("externalId")));
        Optional<Ticket> found = books.findByReference(externalId);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("totalCount", found.isPresent() ? 1 : 0);
        answer.put("tickets", found.stream().map(Ticket::fields).toList());
        call.json(200, answer);
    }

    void one(Call call, String id) throws IOException {
        answer(call, 200, books.find(id));
    }

    void create(Call call, Author author) throws IOException {
        TicketRequest request = TicketRequest.toCreate(Fields.read(call.requestBody()));
        Ticket ticket = books.create(author, request.fields());
        call.answerHeaders().put("Location", EtmsPath.ROOT + "tickets/" + ticket.id());
        answer(call, 201, ticket);
    }

    void update(Call call, Author author, String id) throws IOException {
        TicketRequest request = TicketRequest.toUpdate(Fields.read(call.requestBody()));
        List<String> tags = call.header("If-Match")
                .map(header -> List.of(header.trim().split("\\s*,\\s*")))
                .orElse(List.of());
        answer(call, 200, books.update(author, id, tags, request.fields()));
    }

    void activities(Call call, String id) throws IOException {
        List<Map<String, Object>> all =
                books.activities(id).stream().map(Activity::fields).toList();
        if (mostActivities == 0) {
            call.json(200, Map.of("activities", all));
            return;
        }
        ListRequest asked = ListRequest.of(call, mostActivities);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("offset", asked.offset());
        answer.put("limit", asked.limit());
        answer.put("totalCount", all.size());
        answer.put(
                "activities",
                all.stream().skip(asked.offset()).limit(asked.limit()).toList());
        call.json(200, answer);
    }

    void note(Call call, Author author, String id) throws IOException {
        NoteRequest note = NoteRequest.read(Fields.read(call.requestBody()));
        call.json(201, books.note(author, id, note.text(), note.externalId()).fields());
    }

    private static void answer(Call call, int status, Ticket ticket) throws IOException {
        call.answerHeaders().put("ETag", ticket.etag());
        call.json(status, ticket.fields());
    }
}
