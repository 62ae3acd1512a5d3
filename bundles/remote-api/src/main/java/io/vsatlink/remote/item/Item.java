package io.vsatlink.remote.item;

import io.vsatlink.api.text.Printable;
import java.util.List;

/** What became of an item of the vendor's. */
public sealed interface Item {

    /**
     * It could be read.
     *
     * @param values one for each field that the connector wants, null where the vendor gave none
     * @param extra what the profile adds, then what no column has taken, as the text of one JSON object; null where
     *     nothing is left
     */
    record Read(List<Object> values, String extra) implements Item {}

    /**
     * It can't be taken.
     *
     * @param key its key, null where not even that can be read
     */
    record SetAside(String key, Problem problem) implements Item {

        /** Why, naming the column; what it quotes is made {@link Printable}. */
        public String reason() {
            return Printable.line(problem.sentence());
        }
    }
}
