/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.call;

import java.util.Map;

/** A part of the API: answers some of its calls. Thread-safe. */
public interface Api {

    /** Does what a call asks for. */
    interface Answer {
        /** @return what is written as JSON; or a {@link Download} */
        Object to(Call call) throws Exception;
    }

    /** The calls it answers, by method and path: {@code "GET /elements"}. */
    Map<String, Answer> answers();
}
