package io.vsatlink.kit.connection;

import java.util.List;
import java.util.function.Function;

/**
 * What of a connection differs from connector to connector.
 *
 * @param server what to call the other side in a sentence
 * @param memory under which name the element's memory keeps the login that was refused
 * @param judged the settings that are refused or taken together with address, user and password
 * @param byItself whether changed settings are logged in with by themselves; else a person does that
 * @param until what ends a refusal, as the end of a sentence
 * @param shown how a state is named in the log
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
