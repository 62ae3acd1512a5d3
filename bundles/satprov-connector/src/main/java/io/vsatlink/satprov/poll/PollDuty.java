/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;

/** Which container polls the element: of those that share a database, one. Thread-safe. */
public final class PollDuty implements AutoCloseable {
    private final Duties duties;
    private final String element;
    private final Runnable changed;
    private Duty duty;

    /** @param changed called soon after this container has begun or ceased to be the one */
    public PollDuty(Duties duties, String element, Runnable changed) {
        this.duties = duties;
        this.element = element;
        this.changed = changed;
    }

    /** Applies for it with the first call. */
    boolean ours() {
        return duty().ours();
    }

    /** That another container polls, as a sentence without its end; empty if none is known to. */
    String elsewhere() {
        Duty now = duty();
        String holder = now.ours() ? "" : now.holder();
        return holder.isEmpty() ? "" : holder + " polls this element";
    }

    private synchronized Duty duty() {
        if (duty == null) {
            duty = duties.apply(DutyKind.POLL, element, changed);
        }
        return duty;
    }

    @Override
    public synchronized void close() {
        if (duty != null) {
            duty.close();
        }
    }
}
