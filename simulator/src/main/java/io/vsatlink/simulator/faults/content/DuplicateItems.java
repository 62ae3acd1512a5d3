/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

import java.util.List;

/** Repeats the first rows at the end of the page. */
record DuplicateItems(int count) implements PageEdit {
    @Override
    public void apply(Page page) {
        page.rows()
                .addAll(List.copyOf(
                        page.rows().subList(0, Math.min(count, page.rows().size()))));
    }
}
