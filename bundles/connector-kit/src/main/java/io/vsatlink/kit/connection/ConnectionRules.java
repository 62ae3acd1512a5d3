/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import java.util.List;
import java.util.function.Function;

/**
 * The differences between connectors.
 *
 * @param server the server's name in sentences
 * @param memory the name of the refused login in the element's memory
 * @param judged the settings that are refused or accepted together with address, user and password
 * @param byItself whether changed settings lead to an automatic login; otherwise a person logs in
 * @param until how a refusal ends, as the end of a sentence
 * @param shown the name of a state in the log
 */
public record ConnectionRules(
        String server,
        String memory,
        List<String> judged,
        boolean byItself,
        String until,
        Function<ConnectionState, String> shown) {

    public ConnectionRules {
        judged = List.copyOf(judged);
    }
}
