package io.vsatlink.vendor;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes the elements of a page's items as their bytes arrive, null and mere values too. */
@FunctionalInterface
public interface RowSink {

    /**
     * @param repeated the name of a field that an object in it has twice, of which the row shows the last value; null
     *     where there is none
     */
    void take(JsonNode row, String repeated);
}
