/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.item.Problem;
import io.vsatlink.remote.item.RejectedRow;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Wording wording = new Wording("satellite-provisioning", "", new Secrets(Set.of()));

    @Test
    void aShortenedTextEndsWithAWholeCharacter() {
        String rockets = "\ud83d\ude80".repeat(150);
        assertThat(new Secrets(Set.of()).clean(rockets)).isEqualTo("\ud83d\ude80".repeat(100) + "…");
        assertThat(new Secrets(Set.of()).clean("x" + rockets)).isEqualTo("x" + "\ud83d\ude80".repeat(99) + "…");
    }

    /** The text becomes part of Reasons, which people read on terminals and in logs. */
    @Test
    void whatTheVendorSaidIsShownAndNotObeyed() {
        String said = "HTTP 400: \u001b]0;owned\u0007\r\n2026-11-28 INFO | audit | ada: forged \u202e";
        String shown = "HTTP 400: \\u001b]0;owned\\u0007\\r\\n2026-11-28 INFO | audit | ada: forged \\u202e";
        assertThat(wording.unavailable(said, OptionalInt.empty(), null)).hasMessage(shown);
        assertThat(wording.rejected(said, (Throwable) null)).hasMessage(shown);
        assertThat(wording.protocol(said, OptionalInt.empty(), null)).hasMessage(shown);
        RejectedRow aside = new RejectedRow("k\u001b", new Problem(null, "bad", said));
        assertThat(aside.reason()).isEqualTo(shown);
        assertThat(aside.key()).as("it is looked up").isEqualTo("k\u001b");
    }
}
