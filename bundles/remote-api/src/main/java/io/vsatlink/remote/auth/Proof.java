/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.auth;

import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.ExchangeException;
import java.util.Map;

/** Authenticates each call. Thread-safe. */
public interface Proof {

    /**
     * Headers by name.
     *
     * @param target path and query
     */
    Map<String, String> headers(String method, String target) throws ExchangeException;

    /** Encoded parameters to add to the query; may be empty. */
    default String keys() {
        return "";
    }

    /** Whether a response requires the same call again, with this object's new state. */
    default boolean asked(Answer answer) throws ExchangeException {
        return false;
    }
}
