/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.json.Json;
import java.io.IOException;
import java.util.Map;

/** An answer of any length, with one JSON object per line. */
record JsonLines(JsonGenerator json) {

    static JsonLines begin(Call call) throws IOException {
        JsonGenerator json = Json.writer(call.begin(200, "application/x-ndjson"));
        json.setRootValueSeparator(null);
        return new JsonLines(json);
    }

    void add(Map<String, Object> line) throws IOException {
        Json.write(json, line);
        json.writeRaw('\n');
    }

    void end() throws IOException {
        json.flush();
    }
}
