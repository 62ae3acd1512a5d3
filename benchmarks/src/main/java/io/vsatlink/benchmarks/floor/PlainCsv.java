/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Columns;
import io.vsatlink.benchmarks.Derby;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code PlainCsv <database folder> <file>}: writes the devices' table to a CSV file and forces it to disk. */
public final class PlainCsv {

    private PlainCsv() {}

    public static void main(String... arguments) throws Exception {
        Dataset devices = Dataset.DEVICES;
        String columns = Stream.concat(devices.columns().stream().map(Columns::sqlName), Stream.of("extra_json"))
                .collect(Collectors.joining(", "));
        int count = devices.columns().size() + 1;
        try (Derby derby = Derby.open(Path.of(arguments[0]));
                FileOutputStream file = new FileOutputStream(arguments[1])) {
            Stopwatch watch = new Stopwatch();
            CsvWriter csv = CsvWriter.builder()
                    .quoteStrategy(QuoteStrategies.EMPTY)
                    .build(new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8)));
            csv.writeRecord(Stream.concat(devices.columns().stream().map(Column::name), Stream.of("extra"))
                    .toArray(String[]::new));
            try (ResultSet rows = derby.query("SELECT " + columns + " FROM devices")) {
                String[] cells = new String[count];
                while (rows.next()) {
                    for (int i = 0; i < count; i++) {
                        cells[i] = rows.getString(i + 1);
                    }
                    csv.writeRecord(cells);
                }
            }
            csv.flush();
            file.getFD().sync();
            watch.stop();
        }
    }
}
