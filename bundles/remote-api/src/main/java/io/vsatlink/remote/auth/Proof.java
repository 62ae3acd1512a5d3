/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.auth;

import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.ExchangeException;
import java.util.Map;

/** What shows the vendor who we are, with each call. Thread-safe. */
public interface Proof {

    /**
     * Headers by name.
     *
     * @param target path and query
     */
    Map<String, String> headers(String method, String target) throws ExchangeException;

    /** Parameters that are added to the query, encoded; empty for none. */
    default String keys() {
        return "";
    }

    /** Whether an answer asks for the same call again, with what this one now has. */
    default boolean asked(Answer answer) throws ExchangeException {
        return false;
    }
}
