/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Rows;
import io.vsatlink.remote.item.RejectedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowMapperTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keepsValuesByTypeAndUnknownFieldsAsExtra() throws Exception {
        Row row = mapped(
                Dataset.LOCATIONS,
                """
                {"locationId":"L-1","city":"São Paulo","latitude":-23.5505,"country":null,"streetAddress1":"",
                 "lastModified":"2026-11-21T02:00:00+01:00","portalNote":"x","tags":["a"],"riskScore":3}""");
        assertThat(row.key()).isEqualTo("L-1");
        assertThat(row.get("city")).isEqualTo("São Paulo");
        assertThat(row.get("latitude")).isEqualTo(-23.5505);
        assertThat(row.get("country")).isNull();
        assertThat(row.get("longitude")).isNull();
        assertThat(row.get("streetAddress1")).isEqualTo("");
        assertThat(row.get("lastModified")).isEqualTo(Rows.time("2026-11-21T02:00:00+01:00"));
        assertThat(JSON.readTree(row.extraJson()))
                .isEqualTo(JSON.readTree("{\"portalNote\":\"x\",\"tags\":[\"a\"],\"riskScore\":3}"));
    }

    @Test
    void setsARowAsideThatNoStoreCouldKeep() throws Exception {
        String longer = "x".repeat(Column.MAX_KEY + 1);
        RejectedRow device = setAside(Dataset.DEVICES, "{\"deviceId\":\"d\",\"circuitId\":\"" + longer + "\"}");
        assertThat(device.key()).isEqualTo("d");
        assertThat(device.reason()).contains("circuitId");
        assertThat(setAside(Dataset.CIRCUITS, "{\"circuitId\":\"a\\u0001\"}").reason())
                .contains("circuitId");
        assertThat(setAside(Dataset.CIRCUITS, "{\"circuitId\":\"a\",\"serviceTier\":2.5}"))
                .extracting(RejectedRow::key, RejectedRow::reason)
                .containsExactly("a", "serviceTier: 2.5 is not a whole number");
    }

    private static Optional<Row> map(Dataset dataset, String json, Consumer<RejectedRow> rejected) throws IOException {
        RowMapper mapper = PlainItems.mapper(dataset);
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return mapper.map(parser, null, mapper.tally(), rejected);
        }
    }

    private static Row mapped(Dataset dataset, String json) throws IOException {
        return map(dataset, json, bad -> {}).orElseThrow();
    }

    private static RejectedRow setAside(Dataset dataset, String json) throws IOException {
        List<RejectedRow> rejected = new ArrayList<>();
        assertThat(map(dataset, json, rejected::add)).isEmpty();
        return rejected.get(0);
    }
}
