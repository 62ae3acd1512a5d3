/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.remote.pace.PatientCaller;
import java.util.concurrent.Executor;

/**
 * How pages are requested.
 *
 * @param caller makes all calls of the element, at the permitted pace
 * @param threads read pages, several at a time
 * @param most maximum number of pages in flight, regardless of the element's limit of calls
 */
public record PageCalls(PatientCaller caller, Executor threads, int most) {

    /** The current limit of pages in flight. */
    int allowed() {
        return Math.min(most, caller.concurrency().allowed());
    }
}
