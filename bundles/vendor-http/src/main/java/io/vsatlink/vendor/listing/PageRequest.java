package io.vsatlink.vendor.listing;

import io.vsatlink.vendor.PageRef;

/**
 * A page to ask for.
 *
 * @param number for messages, from 0
 * @param size how many rows to ask for
 * @param probe whether only what the page reports is of interest: its rows came already
 */
public record PageRequest(int number, PageRef page, int size, boolean probe) {

    PageRequest(int number, PageRef page, int size) {
        this(number, page, size, false);
    }
}
