/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

/** The page says that there are more rows, or fewer, than there are; the number of pages fits the lie. */
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
