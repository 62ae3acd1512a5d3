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

/** Writes pages of rows. Thread-safe. */
public interface Pages {

    void answer(Call call, PageRequest asked, View rows) throws IOException;

    /** Generates each page row by row, so that a page may be larger than the memory. */
    static Pages streamed() {
        return (call, asked, rows) -> write(call.beginJson(200), asked, rows);
    }

    /** Generates each page once and caches it until rows change, as far as the memory permits. */
    static Pages kept() {
        return new KeptPages();
    }

    /** Does not close the stream. */
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
