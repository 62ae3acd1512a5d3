/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.etms.connection.ConnectionStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Password, key and token appear in no text of this connector, even if ETMS repeats them in its faults. */
class SecretsTest {
    private static final String PASSWORD = "PLANTED-PASSWORD-47";
    private static final String KEY = "PLANTED-KEY-47";

    @Test
    void secretsAppearInNoOutput() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        StringBuilder texts = new StringBuilder();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (Rig rig = new Rig("--tickets", "20", "--etms-password", PASSWORD, "--etms-api-key", KEY)) {
            String echo = """
                    {"fault":{"faultstring":"no %s %s","detail":{"errorcode":"x.%s"}}}"""
                    .formatted(PASSWORD, KEY, KEY)
                    .replace("\"", "\\\"");
            rig.etms.post(
                    "faults",
                    "[{\"path\":\"etms/tickets\",\"method\":\"POST\",\"times\":1,\"status\":400,\"body\":\"" + echo
                            + "\"}]");
            Map<String, String> right = Map.of("elementType", "Backend", "password", PASSWORD, "apiKey", KEY);
            Rig.Part backend = rig.part("backend", right, List.of());
            rig.submit("EXT-1");
            rig.submit("EXT-2");
            rig.await(() -> rig.counts().waiting() == 0, backend);
            Rig.Part wrong = rig.part(
                    "wrong", Map.of("elementType", "Backend", "password", "x" + PASSWORD, "apiKey", KEY), List.of());
            rig.await(
                    () -> ConnectionStatus.of(wrong.gate.connection().state())
                            == ConnectionStatus.AUTHENTICATION_FAILED,
                    wrong);

            texts.append(backend.settings)
                    .append(wrong.settings)
                    .append(wrong.gate.connection().reason());
            rig.outbox.entries(rig.system(), 10).stream()
                    .map(OutboxEntry::toString)
                    .forEach(texts::append);
            rig.events.forEach(event -> {
                for (String name : event.getPropertyNames()) {
                    texts.append(event.getProperty(name));
                }
            });
            assertThat(rig.counts()).extracting("delivered", "blocked").containsExactly(1L, 1L);
        } finally {
            System.setErr(before);
        }
        texts.append(said.toString(StandardCharsets.UTF_8));
        assertThat(texts.toString()).contains("EXT-1").doesNotContain("PLANTED", "Bearer ");
    }
}
