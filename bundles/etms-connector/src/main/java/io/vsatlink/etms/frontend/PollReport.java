package io.vsatlink.etms.frontend;

import io.vsatlink.api.text.Printable;
import java.time.Instant;

/**
 * How a poll of the tickets ended.
 *
 * @param succeeded whether what it found is what readers see now
 * @param reason one sentence
 * @param endedAt when
 */
public record PollReport(boolean succeeded, String reason, Instant endedAt) {
    public PollReport {
        reason = Printable.line(reason);
    }
}
