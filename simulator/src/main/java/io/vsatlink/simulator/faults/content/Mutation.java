/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.json.RawJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes some or all rows of a page.
 *
 * @param rows the indexes of the rows on the page, from 0; empty for all
 * @param duplicate a field that occurs twice, the second time with another value
 */
record Mutation(
        Optional<List<Integer>> rows,
        Map<String, Object> set,
        List<String> remove,
        Map<String, Object> append,
        Optional<String> duplicate)
        implements PageEdit {

    static Mutation read(Fields fields) {
        fields.onlyKnown(List.of("rows", "set", "remove", "append", "duplicateField"));
        return new Mutation(
                rows(fields.values().get("rows")),
                fields.object("set").values(),
                fields.texts("remove"),
                fields.object("append").values(),
                fields.optionalText("duplicateField"));
    }

    private static Optional<List<Integer>> rows(Object value) {
        if ("all".equals(value)) {
            return Optional.empty();
        }
        if (value instanceof List<?> list
                && list.stream().allMatch(each -> each instanceof Integer number && number >= 0)) {
            return Optional.of(list.stream().map(Integer.class::cast).toList());
        }
        throw new BadInput("The field \"rows\" must be \"all\" or an array of places on the page, counted from 0.");
    }

    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.rows().size(); i++) {
            if (rows.isEmpty() || rows.get().contains(i)) {
                change(page.rows().get(i));
            }
        }
    }

    private void change(Map<String, Object> row) {
        row.putAll(set);
        row.keySet().removeAll(remove);
        append.forEach((name, value) -> {
            row.remove(name);
            row.put(name, value);
        });
        duplicate
                .filter(row::containsKey)
                .ifPresent(name -> row.put(name, RawJson.twice(name, row.get(name), "another " + name)));
    }
}
