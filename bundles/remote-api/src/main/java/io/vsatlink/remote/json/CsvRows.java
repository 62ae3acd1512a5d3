/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of CSV, whose first line names the fields. A row with another number of fields is damaged. Not thread-safe.
 */
final class CsvRows extends RowSequence {
    /** In the name of a field, which then is several names. */
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[,;|\t]");

    private final CsvParser csv;
    private int fields;
    private int columns;
    private int row;
    private MalformedAnswer shortRow;

    private CsvRows(CsvParser csv) {
        super(csv);
        this.csv = csv;
    }

    static JsonParser of(Reader text, char separator, StreamReadConstraints limits) throws IOException {
        CsvFactory factory = CsvFactory.builder()
                .streamReadConstraints(limits)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .enable(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
                .build();
        CsvParser parser = factory.createParser(text);
        parser.setSchema(CsvSchema.emptySchema().withHeader().withColumnSeparator(separator));
        return new CsvRows(parser);
    }

    @Override
    JsonToken next() throws IOException {
        JsonToken token = delegate.nextToken();
        if (shortRow != null) {
            // the last row, which may have been truncated
            throw token == null ? new MalformedAnswer(shortRow.getMessage(), true) : shortRow;
        }
        if (columns == 0) {
            header();
        }
        if (token == JsonToken.START_OBJECT) {
            fields = 0;
            row++;
        } else if (token == JsonToken.FIELD_NAME) {
            fields++;
        }
        return token;
    }

    private void header() throws MalformedAnswer {
        Set<String> names = new HashSet<>();
        for (CsvSchema.Column column : csv.getSchema()) {
            if (column.getName().isBlank() || !names.add(column.getName())) {
                throw new MalformedAnswer("the first line of the CSV must name each field, and each once");
            }
        }
        columns = names.size();
        if (columns == 1 && OTHER_SEPARATOR.matcher(names.iterator().next()).find()) {
            throw new MalformedAnswer("the first line of the CSV names one field only; correct separator");
        }
        if (columns == 0) {
            throw new MalformedAnswer("expected CSV, got an empty response");
        }
    }

    @Override
    void rowEnds() {
        if (fields < columns) {
            shortRow = new MalformedAnswer(
                    "row " + row + " of the CSV has " + fields + " fields, its first line names " + columns);
        }
    }

    /** A message with the location, without the content. */
    static MalformedAnswer malformed(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String line =
                e.getLocation() == null ? "the CSV" : "line " + e.getLocation().getLineNr() + " of the CSV";
        if (e instanceof StreamConstraintsException) {
            return VendorJson.limit("CSV", message);
        }
        if (message.startsWith("Too many entries")) {
            return new MalformedAnswer(line + " has more fields than the first one names");
        }
        if (e instanceof JsonEOFException || message.contains("closing quote")) {
            return new MalformedAnswer("the CSV is incomplete: the quotation in " + line + " does not end", true);
        }
        return new MalformedAnswer(line + " is not valid CSV");
    }
}
