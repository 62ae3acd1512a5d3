/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The last calls of one element. Each element of a connector registers one as a service. Off until somebody switches it on, and
 * only for a time. Thread-safe; no method blocks, except for the stream that it writes to.
 *
 * <p>Secrets are masked in the calls, but the data of customers is in them: a window shows them to those only who may call
 * {@link #record}.
 */
@ProviderType
public interface CallRecording {

    /** The type of the element, as in its MBean's name: {@code Satprov}. */
    String type();

    /** The name of the element. */
    String name();

    /** When the recording ends by itself; empty if it is off. */
    Optional<Instant> until();

    /** The calls that are kept, the oldest first. */
    List<RecordedCall> calls();

    /**
     * Switches the recording on; one that is on goes on until then. Another one begins without the calls of the one before.
     *
     * @param duration as {@code 10m}; empty for that
     * @return one sentence
     * @throws IllegalArgumentException with a sentence, if it is not a duration or not an allowed one
     */
    String record(String duration);

    /**
     * Switches the recording off; its calls are kept for an hour.
     *
     * @return one sentence
     */
    String stopRecording();

    /** Writes calls as an HTTP archive, HAR 1.2. */
    void writeHar(List<RecordedCall> calls, OutputStream out) throws IOException;
}
