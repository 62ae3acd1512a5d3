/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.remote.http.Heading;
import java.io.IOException;

/** Receives the items of a page as their bytes arrive, including null and scalar values. */
@FunctionalInterface
public interface ItemSink {

    /**
     * @param parser is at the first token of the item, and must be left at its last token
     * @param name the member name of the item; null in an array
     */
    void take(JsonParser parser, String name) throws IOException;

    /** Reports what came before the body of the page. */
    default void heading(Heading heading) {}

    /** The page is read again from its start: the items received so far are void. */
    default void again() {}
}
