/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.control;

import io.vsatlink.simulator.etms.EtmsParts;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.tickets.Activity;
import io.vsatlink.simulator.tickets.Refusal;
import io.vsatlink.simulator.tickets.Ticket;
import io.vsatlink.simulator.tickets.TicketLists;
import io.vsatlink.simulator.tickets.Write;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The control endpoint of ETMS: its tickets, calls, gateway and staff. */
public final class EtmsControl {
    static final String ROOT = "etms/";

    private final EtmsParts etms;
    private final DeskOrders orders;
    private final GatewayOrders gateway;

    public EtmsControl(EtmsParts etms) {
        this.etms = etms;
        orders = new DeskOrders(etms.desk(), etms.rota());
        gateway = new GatewayOrders(etms.gateway());
    }

    void handle(Call call, String path) throws IOException {
        try {
            command(call, path);
        } catch (Refusal e) {
            call.json(e.status(), e.error());
        }
    }

    private void command(Call call, String path) throws IOException {
        switch (call.method() + " " + path) {
            case "GET tickets" -> tickets(call);
            case "GET activities" -> activities(call);
            case "GET writes" -> writes(call);
            case "GET references" -> call.json(200, etms.books().writes().references());
            case "GET calls" ->
                call.json(200, etms.calls().counters(etms.gateway().refusals()));
            case "GET calls/log" -> call.json(200, etms.calls().last());
            case "POST reset-calls" -> ControlApi.done(call, this::resetCalls);
            case "POST accounts" -> {
                Fields body = Fields.read(call.requestBody());
                ControlApi.done(call, () -> account(body));
            }
            case "POST sessions/expire" -> ControlApi.done(call, etms.tokens()::expireAll);
            case "POST sessions/revoke" -> ControlApi.done(call, etms.tokens()::revokeAll);
            case "POST gateway" -> {
                Fields body = Fields.read(call.requestBody());
                ControlApi.done(call, () -> gateway.follow(body));
            }
            case "POST work" -> call.json(200, orders.work(Fields.read(call.requestBody())));
            case "POST desk" -> {
                Fields body = Fields.read(call.requestBody());
                ControlApi.done(call, () -> orders.startShift(body));
            }
            case "DELETE desk" -> ControlApi.done(call, etms.rota()::end);
            default -> ControlApi.notFound(call);
        }
    }

    private void resetCalls() {
        etms.calls().reset();
        etms.gateway().resetRefusals();
    }

    private void account(Fields body) {
        body.onlyKnown(List.of("username", "password", "serviceAccount"));
        etms.accounts().put(body.text("username"), body.text("password"), body.flag("serviceAccount"));
    }

    /** Returns the tickets of the list {@code ?list=}; without it, all. */
    private void tickets(Call call) throws IOException {
        List<Supplier<Ticket>> tickets = etms.books().all(call.query("list").orElse(TicketLists.EVERY_TICKET));
        JsonLines lines = JsonLines.begin(call);
        for (Supplier<Ticket> ticket : tickets) {
            lines.add(ticket.get().fields());
        }
        lines.end();
    }

    /** Returns the notes, each with the ticket to which it belongs. */
    private void activities(Call call) throws IOException {
        JsonLines lines = JsonLines.begin(call);
        for (Supplier<Ticket> ticket : etms.books().all(TicketLists.EVERY_TICKET)) {
            String id = ticket.get().id();
            for (Activity activity : etms.books().activities(id)) {
                Map<String, Object> line = new LinkedHashMap<>(Map.of("ticketId", id));
                line.putAll(activity.fields());
                lines.add(line);
            }
        }
        lines.end();
    }

    private void writes(Call call) throws IOException {
        JsonLines lines = JsonLines.begin(call);
        for (Write write : etms.books().writes().all()) {
            lines.add(write.fields());
        }
        lines.end();
    }
}
