/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static io.vsatlink.api.store.Rows.full;
import static io.vsatlink.api.store.Rows.row;
import static io.vsatlink.api.store.Rows.withExtra;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.element.SampleColumns;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.exporter.SampleElement;
import io.vsatlink.exporter.SampleStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonLinesContentTest {
    private AddedColumns added = AddedColumns.NONE;

    @Test
    void keepsTypesAndArraysAndLeavesOutWhatIsMissing() throws IOException {
        Row rich = withExtra(
                row(
                        DEVICES,
                        "D-1",
                        "circuitId",
                        "=1+1",
                        "device",
                        "1.2 Meter \"Tier-3\"\n",
                        "serialNumber",
                        "",
                        "dnsEntityName",
                        "Zürich 𝄞",
                        "isDeIce",
                        true,
                        "interfaces",
                        "[ {\"type\":\"eth\",\n \"vlan\":12} ]",
                        "lastModified",
                        Rows.time("2026-11-21T02:00:00.120+01:00")),
                "{\"colour\":\"grey\",\"age\":3}");
        assertThat(lines(DEVICES, List.of(rich, row(DEVICES, "D-2"))))
                .isEqualTo(
                        """
                        {"circuitId":"=1+1","device":"1.2 Meter \\"Tier-3\\"\\n","serialNumber":"",\
                        "dnsEntityName":"Zürich \\uD834\\uDD1E","isDeIce":true,"interfaces":[ {"type":"eth",  "vlan":12} ],\
                        "deviceId":"D-1","lastModified":"2026-11-21T02:00:00.120+01:00",\
                        "extra":{"colour":"grey","age":3}}
                        {"deviceId":"D-2"}
                        """);
    }

    @Test
    void numbersAreNumbers() throws IOException {
        assertThat(lines(LOCATIONS, List.of(row(LOCATIONS, "L", "latitude", -23.5505, "longitude", 1.5E10))))
                .isEqualTo("{\"locationId\":\"L\",\"latitude\":-23.5505,\"longitude\":1.5E10}\n");
        assertThat(lines(CIRCUITS, List.of(row(CIRCUITS, "C", "serviceTier", Long.MAX_VALUE))))
                .isEqualTo("{\"circuitId\":\"C\",\"serviceTier\":9223372036854775807}\n");
    }

    @Test
    void whatAProfileAddsAreMembersOfTheirOwnBeforeWhatIsLeft() throws IOException {
        added = new SampleColumns();
        Row rich = withExtra(row(DEVICES, "D-1"), "{\"beam\":\"B7\",\"power\":2.50,\"colour\":\"grey\"}");
        Row all = withExtra(row(DEVICES, "D-2"), "{\"beam\":\"B8\"}");
        assertThat(lines(DEVICES, List.of(rich, all, row(DEVICES, "D-3"))))
                .isEqualTo(
                        """
                        {"deviceId":"D-1","beam":"B7","power":2.5,"extra":{"colour":"grey"}}
                        {"deviceId":"D-2","beam":"B8"}
                        {"deviceId":"D-3"}
                        """);
    }

    @Test
    void halfASurrogatePairAnywhereComesBackAsItWas() throws IOException {
        added = new OddlyNamed();
        String interfaces = "[{\"name\ud83d\":\"\udc00 begins\",\"whole\":\"\ud83d\ude80\"},\"ends \ud83d\"]";
        String extra = "{\"odd\ud83dname\":1,\"motto\":\"half \ud83d\",\"list\":[\"\udc00\",\"\udc00\ud83d\"]}";
        Row odd = withExtra(row(DEVICES, "D\ud83d", "device", "cut \ud83d", "interfaces", interfaces), extra);
        JsonNode line = new ObjectMapper().readTree(lines(DEVICES, List.of(odd)));
        assertThat(line.get("deviceId").asText()).isEqualTo("D\ud83d");
        assertThat(line.get("device").asText()).isEqualTo("cut \ud83d");
        assertThat(line.get("interfaces")).isEqualTo(new ObjectMapper().readTree(interfaces));
        assertThat(line.get("extra")).isEqualTo(new ObjectMapper().readTree(extra));
        assertThat(line.get("tone\ud83d").asLong()).isEqualTo(7);
    }

    /** A column whose name a profile's author cut in two. */
    private static final class OddlyNamed implements AddedColumns {
        @Override
        public List<Column> columns() {
            return List.of(Column.integer("tone\ud83d"));
        }

        @Override
        public Split split(String extraJson) {
            return new Split(List.of(7L), extraJson);
        }
    }

    @Test
    void aDatasetWithoutRowsIsAnEmptyFile() throws IOException {
        assertThat(lines(DEVICES, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyDatasetIsOneObjectALineInTheOrderOfItsKeys(Dataset dataset) throws IOException {
        List<Row> rows = IntStream.range(0, 3_000)
                .mapToObj(i -> full(dataset, "K-%05d".formatted(i), i))
                .toList();
        List<String> lines = lines(dataset, rows).lines().toList();
        assertThat(lines).hasSize(3_000);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode line = new ObjectMapper().readTree(lines.get(i));
            assertThat(line.get(dataset.keyColumn().name()).asText())
                    .isEqualTo(rows.get(i).key());
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(
                            dataset.columns().stream().map(Column::name).toList());
        }
    }

    private String lines(Dataset dataset, List<Row> rows) throws IOException {
        SampleStore store = new SampleStore().publish(dataset, rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Snapshot snapshot = store.snapshot(SampleElement.NAME)) {
            assertThat(new JsonLinesContent(snapshot, dataset, added).write(out))
                    .isEqualTo(rows.size());
        }
        return out.toString(UTF_8);
    }
}
