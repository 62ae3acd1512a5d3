/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.text.Printable;
import java.time.Instant;

/**
 * How a poll of the tickets ended.
 *
 * @param succeeded whether what it found is what readers see now
 * @param reason one sentence
 * @param warning what a person should look into although it succeeded; empty for nothing
 * @param endedAt when
 */
public record PollReport(boolean succeeded, String reason, String warning, Instant endedAt) {
    public PollReport {
        reason = Printable.line(reason);
        warning = Printable.line(warning);
    }
}
