package io.vsatlink.simulator.faults.content;

/** Changes a page. */
@FunctionalInterface
interface PageEdit {
    void apply(Page page);
}
