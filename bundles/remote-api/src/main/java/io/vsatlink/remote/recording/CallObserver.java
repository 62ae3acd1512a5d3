/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Call;

/** Sees every call of a link, on the thread of the call. Neither delays a call nor lets it fail. Thread-safe. */
public interface CallObserver {

    /** Sees nothing. */
    CallObserver NOBODY = (id, call, redaction) -> Seen.NOTHING;

    /**
     * A call begins.
     *
     * @param id the correlation id
     * @param redaction what has to be masked in this call
     * @return to be closed at the end of the call
     */
    Seen begins(String id, Call call, Redaction redaction);

    /** What is seen of one call. */
    interface Seen extends AutoCloseable {
        Seen NOTHING = new Seen() {
            @Override
            public void answered(Answer answer) {}

            @Override
            public VendorException failed(VendorException why) {
                return why;
            }

            @Override
            public void close() {}
        };

        /** The status and the headers have come; the body has not been read. */
        void answered(Answer answer);

        /** The call ends with this, which is returned. */
        VendorException failed(VendorException why);

        @Override
        void close();
    }
}
