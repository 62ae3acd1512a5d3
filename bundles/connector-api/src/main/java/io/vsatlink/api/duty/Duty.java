/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

/** One applicant's part in a duty. Thread-safe. */
public interface Duty extends AutoCloseable {

    /**
     * Whether this applicant has the duty, and for long enough to begin something outside of the store: a call, a login, a
     * file. To be asked before each of them; does not wait.
     */
    boolean ours();

    /** The other container that has the duty, for users; empty if this one has it, it is unknown, or none has it. */
    String holder();

    /** Gives the duty back, or withdraws the application. Does not wait. */
    @Override
    void close();
}
