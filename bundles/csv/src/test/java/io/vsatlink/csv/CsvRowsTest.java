/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.csv;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.ESP_PIRS;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static io.vsatlink.api.store.Rows.full;
import static io.vsatlink.api.store.Rows.row;
import static io.vsatlink.api.store.Rows.withExtra;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.element.SampleColumns;
import io.vsatlink.api.store.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvRowsTest {
    private static final String DEVICE_HEADER =
            "circuitId,type,device,model,serialNumber,dnsEntityName,isDeIce,interfaces,deviceId,lastModified,extra";

    private boolean guarded = true;
    private AddedColumns added = AddedColumns.NONE;

    @Test
    void writesEveryKindOfValueByTheLetter() throws IOException {
        Row rich = withExtra(
                row(
                        DEVICES,
                        "D-1",
                        "circuitId",
                        "C-1",
                        "type",
                        "Modem, outdoor",
                        "device",
                        "1.2 Meter \"Tier-3\"",
                        "model",
                        "first\nsecond\r\nthird",
                        "serialNumber",
                        "",
                        "dnsEntityName",
                        "Zürich 𝄞 東京",
                        "isDeIce",
                        true,
                        "interfaces",
                        "[{\"type\":\"eth\",\"vlan\":12}]",
                        "lastModified",
                        Rows.time("2026-11-21T02:00:00.120+01:00")),
                "{\"colour\":\"grey\",\"age\":3}");
        Row bare = row(DEVICES, "D-2", "isDeIce", false);

        assertThat(csv(DEVICES, List.of(rich, bare)))
                .isEqualTo(String.join(
                        "\r\n",
                        DEVICE_HEADER,
                        "C-1,\"Modem, outdoor\",\"1.2 Meter \"\"Tier-3\"\"\",\"first\nsecond\r\nthird\",\"\","
                                + "Zürich 𝄞 東京,true,\"[{\"\"type\"\":\"\"eth\"\",\"\"vlan\"\":12}]\",D-1,"
                                + "2026-11-21T02:00:00.120+01:00,\"{\"\"colour\"\":\"\"grey\"\",\"\"age\"\":3}\"",
                        ",,,,,,false,,D-2,,",
                        ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00001, 0.00001",
        "-23.5505, -23.5505",
        "100, 100",
        "0, 0",
        "-0.0, 0",
        "1.5E10, 15000000000",
        "0.1, 0.1",
        "-179.999999999999, -179.999999999999"
    })
    void decimalsAreWrittenPlainly(double latitude, String expected) throws IOException {
        assertThat(csv(LOCATIONS, List.of(row(LOCATIONS, "L", "latitude", latitude))))
                .endsWith("\r\n,,,,L,,,," + expected + ",,,,\r\n");
    }

    @Test
    void wholeNumbersAreWrittenPlainly() throws IOException {
        Row pir = row(ESP_PIRS, "P", "peakRateKbps", Long.MAX_VALUE, "committedRateKbps", -1L);
        assertThat(csv(ESP_PIRS, List.of(pir))).endsWith("\r\nP,,,,9223372036854775807,-1,,\r\n");
    }

    @Test
    void aDatasetWithoutRowsIsItsHeader() throws IOException {
        assertThat(csv(DEVICES, List.of())).isEqualTo(DEVICE_HEADER + "\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyRowOfEachDatasetReadsBack(Dataset dataset) throws IOException {
        Row only = withExtra(full(dataset, "K-1", 7), "{\"more\":true}");
        assertThat(readBack(dataset, csv(dataset, List.of(only)))).containsExactly(only);
    }

    @ParameterizedTest
    @EnumSource(names = {"CIRCUITS", "LOCATIONS", "DEVICES"})
    void moreRowsThanAnyBufferHoldsReadBackInTheirOrder(Dataset dataset) throws IOException {
        List<Row> rows = IntStream.range(0, 5_000)
                .mapToObj(i -> full(dataset, "K-%05d".formatted(i), i))
                .toList();
        assertThat(readBack(dataset, csv(dataset, rows))).isEqualTo(rows);
    }

    @Test
    void halfASurrogatePairIsTheReplacementCharacter() throws IOException {
        Row cut = withExtra(row(CIRCUITS, "C", "circuitAlias", "cut \uD83D"), "{\"motto\uDC00\":\"\uD83D?\"}");
        assertThat(csv(CIRCUITS, List.of(cut)))
                .contains("\r\nC,,cut \uFFFD,")
                .endsWith(",\"{\"\"motto\uFFFD\"\":\"\"\uFFFD?\"\"}\"\r\n");
    }

    @Test
    void textsThatASpreadsheetTakesForFormulasAreGuarded() throws IOException {
        Row row = withExtra(
                row(
                        DEVICES,
                        "=1",
                        "circuitId",
                        "=HYPERLINK(\"x\",\"y\")",
                        "type",
                        "@SUM(A1)",
                        "device",
                        "\rx",
                        "model",
                        "-5",
                        "interfaces",
                        "[\"=1\"]"),
                "{\"formula\":\"=1\"}");
        assertThat(csv(DEVICES, List.of(row)))
                .endsWith("\r\n\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",'@SUM(A1),\"'\rx\",-5,,,,\"[\"\"=1\"\"]\",'=1,,"
                        + "\"{\"\"formula\"\":\"\"=1\"\"}\"\r\n");
    }

    @Test
    void whatAProfileAddsStandsInColumnsOfItsOwnBeforeWhatIsLeft() throws IOException {
        added = new SampleColumns();
        Row rich = withExtra(row(DEVICES, "D-1"), "{\"beam\":\"=B7\",\"power\":2.50,\"colour\":\"grey\"}");
        assertThat(csv(DEVICES, List.of(rich, row(DEVICES, "D-2"))))
                .isEqualTo(String.join(
                        "\r\n",
                        DEVICE_HEADER.replace(",extra", ",beam,power,extra"),
                        ",,,,,,,,D-1,,'=B7,2.5,\"{\"\"colour\"\":\"\"grey\"\"}\"",
                        ",,,,,,,,D-2,,,,",
                        ""));
    }

    @Test
    void withoutTheGuardTextsStayAsTheyAre() throws IOException {
        guarded = false;
        assertThat(csv(DEVICES, List.of(row(DEVICES, "D", "circuitId", "=1+1", "type", "@x"))))
                .endsWith("\r\n=1+1,@x,,,,,,,D,,\r\n");
    }

    @Test
    void negativeNumbersOfTheVendorAreNoTexts() throws IOException {
        assertThat(csv(ESP_PIRS, List.of(row(ESP_PIRS, "P", "peakRateKbps", -1L))))
                .contains("P,,,,-1,");
    }

    /** The text that the rows become. */
    private String csv(Dataset dataset, List<Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new CsvRows(dataset, added, guarded).write(rows.stream(), out))
                .isEqualTo(rows.size());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Row> readBack(Dataset dataset, String csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv);
                Stream<CsvRecord> records = reader.stream()) {
            return records.skip(1).map(record -> read(dataset, record)).toList();
        }
    }

    private static Row read(Dataset dataset, CsvRecord record) {
        int columns = dataset.columns().size();
        assertThat(record.getFieldCount()).isEqualTo(columns + 1);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            values.add(read(dataset.columns().get(i).type(), record.getField(i)));
        }
        return new Row(dataset, values, (String) read(ColumnType.TEXT, record.getField(columns)));
    }

    private static Object read(ColumnType type, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT, OBJECTS -> cell;
            case INTEGER -> Long.valueOf(cell);
            case DECIMAL -> Double.valueOf(cell);
            case BOOLEAN -> Boolean.valueOf(cell);
            case TIME -> Rows.time(cell);
        };
    }
}
