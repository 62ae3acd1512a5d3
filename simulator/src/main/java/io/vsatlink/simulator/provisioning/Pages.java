/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.provisioning;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.inventory.View;
import io.vsatlink.simulator.json.Json;
import java.io.IOException;

/** How pages of rows are answered. Thread-safe. */
public interface Pages {

    void answer(Call call, PageRequest asked, View rows) throws IOException;

    /** Written anew each time, row by row: a page may be larger than the memory. */
    static Pages streamed() {
        return (call, asked, rows) -> write(call.beginJson(200), asked, rows);
    }

    /** Written once and kept until rows change, as far as memory allows. */
    static Pages kept() {
        return new KeptPages();
    }

    /** Leaves the stream open. */
    static void write(JsonGenerator json, PageRequest asked, View rows) throws IOException {
        json.writeStartObject();
        json.writeNumberField("page", asked.page());
        json.writeNumberField("pageSize", asked.pageSize());
        json.writeNumberField("totalItems", rows.total());
        json.writeNumberField("totalPages", asked.pagesFor(rows.total()));
        json.writeArrayFieldStart("items");
        rows.page(asked.firstPosition(), asked.pageSize(), row -> Json.write(json, row.fields()));
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }
}
