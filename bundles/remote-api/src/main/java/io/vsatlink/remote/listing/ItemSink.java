/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Takes the items of a page as their bytes arrive, null and mere values too. */
@FunctionalInterface
public interface ItemSink {

    /**
     * @param parser stands on the item, and must be left on its end
     * @param name of the member that it is, null in an array
     */
    void take(JsonParser parser, String name) throws IOException;

    /** The page is read anew from its start: what was taken of it counts no more. */
    default void again() {}
}
