/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.json.RawJson;
import java.util.List;

/**
 * Replaces one field of one row by a value that parsers reject.
 *
 * @param row the index of the row on the page, from 0
 */
record Spoiled(String field, int row, Object value) implements PageEdit {
    private static final int MEGABYTE = 1024 * 1024;

    static Spoiled notANumber(Fields fields) {
        return read(fields, List.of("field", "row"), new RawJson("NaN"));
    }

    static Spoiled hugeString(Fields fields) {
        int megabytes = fields.required("megabytes", 1);
        return read(fields, List.of("field", "row", "megabytes"), "x".repeat(megabytes * MEGABYTE));
    }

    static Spoiled deep(Fields fields) {
        int levels = fields.required("levels", 1);
        RawJson nested = new RawJson("[".repeat(levels) + "]".repeat(levels));
        return read(fields, List.of("field", "row", "levels"), nested);
    }

    private static Spoiled read(Fields fields, List<String> known, Object value) {
        fields.onlyKnown(known);
        return new Spoiled(fields.text("field"), fields.number("row", 0).orElse(0), value);
    }

    @Override
    public void apply(Page page) {
        if (row < page.rows().size()) {
            page.rows().get(row).put(field, value);
        }
    }
}
