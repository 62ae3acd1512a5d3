/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.call;

import java.util.Map;

/** A part of the API that answers some of its calls. Thread-safe. */
public interface Api {

    /** Executes a call. */
    interface Answer {
        /** @return the value to write as JSON; or a {@link Download} */
        Object to(Call call) throws Exception;
    }

    /** Returns the calls that it answers, by method and path: {@code "GET /elements"}. */
    Map<String, Answer> answers();
}
