/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.text.Printable;
import java.time.Instant;

/**
 * The result of a poll of the tickets.
 *
 * @param succeeded whether readers now see what the poll found
 * @param reason one sentence
 * @param warning what a person should check even though the poll succeeded; empty if there is nothing
 * @param endedAt when the poll ended
 */
public record PollReport(boolean succeeded, String reason, String warning, Instant endedAt) {
    public PollReport {
        reason = Printable.line(reason);
        warning = Printable.line(warning);
    }
}
