/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

/** Changes a page. */
@FunctionalInterface
interface PageEdit {
    void apply(Page page);
}
