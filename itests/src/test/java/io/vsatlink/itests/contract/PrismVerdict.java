/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** Prism's verdict on the calls that it proxied. */
record PrismVerdict(PrismProcess prism) {
    private static final String UNKNOWN_PATH = "request Selected route not found";

    /** Expects a violation in the response and in Prism's log. */
    void reports(HttpResponse<String> answer, String place, String words) throws Exception {
        String header = answer.headers().firstValue("sl-violations").orElse("none");
        assertTrue(header.contains(words), header);
        Await.until(place + " is said to be wrong", () -> prism.violations().stream()
                .anyMatch(each -> each.startsWith(place + " ") && each.contains(words)));
    }

    /** Prism reports in the order of calls: after one more expected violation, all earlier ones are known. */
    void isThatNothingIsWrong() throws Exception {
        new Caller(prism.base()).get("/api/v1/beams", Optional.empty());
        Await.until("the last call is judged", () -> prism.violations().contains(UNKNOWN_PATH));
        assertEquals(List.of(UNKNOWN_PATH), prism.violations());
    }
}
