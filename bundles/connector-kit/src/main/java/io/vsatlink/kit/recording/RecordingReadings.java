/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.recording;

import io.vsatlink.parameters.Reading;
import java.time.Instant;

/** What an element shows of the recording of its calls. */
public record RecordingReadings(
        @Reading("When the recording of the calls to the vendor ends by itself; empty while it is off")
                Instant recordingUntil,
        @Reading(value = "Number of recorded calls that vsat:calls and the web console show", unit = "calls")
                long recordedCalls) {}
