/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.control;

import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.tickets.DeskRota;
import io.vsatlink.simulator.tickets.DeskWork;
import io.vsatlink.simulator.tickets.ServiceDesk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON form of work for the vendor's staff. */
record DeskOrders(ServiceDesk desk, DeskRota rota) {

    /** Executes the work at once and returns the changed tickets. */
    Map<String, Object> work(Fields body) {
        List<String> known = new ArrayList<>(
                Arrays.stream(DeskWork.values()).map(DeskOrders::name).toList());
        known.add("set");
        body.onlyKnown(known);
        Map<String, Object> set = body.object("set").values();
        set.forEach(
                (id, fields) -> desk.set(id, Fields.of(fields, "Ticket " + id).values()));
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("set", List.copyOf(set.keySet()));
        for (DeskWork work : DeskWork.values()) {
            List<String> ids = new ArrayList<>();
            for (int i = body.number(name(work), 0).orElse(0); i > 0; i--) {
                desk.act(work).ifPresent(ids::add);
            }
            outcome.put(work.done(), ids);
        }
        return outcome;
    }

    void startShift(Fields body) {
        body.onlyKnown(List.of("perPage", "kinds", "pages"));
        int perPage = body.number("perPage", 1).orElse(1);
        List<DeskWork> kinds = body.choices("kinds", DeskWork.values());
        rota.start(new DeskRota.Shift(
                perPage, kinds.isEmpty() ? DeskRota.Shift.usual(perPage).kinds() : kinds, body.number("pages", 1)));
    }

    private static String name(DeskWork work) {
        return work.name().toLowerCase(Locale.ROOT);
    }
}
