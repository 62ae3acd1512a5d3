/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

/** Reports a total that is larger or smaller than the number of rows, and a number of pages that matches this total. */
record WrongTotal(int delta) implements PageEdit {
    @Override
    public void apply(Page page) {
        if (page.fields().containsKey("totalCount")) {
            page.fields().put("totalCount", Math.max(0, page.number("totalCount") + delta));
        } else if (page.fields().containsKey("totalItems")) {
            totalItems(page);
        }
    }

    private void totalItems(Page page) {
        int total = Math.max(0, page.number("totalItems") + delta);
        int size = page.number("pageSize");
        page.fields().put("totalItems", total);
        page.fields().put("totalPages", (total + size - 1) / size);
    }
}
