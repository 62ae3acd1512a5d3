/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyFaultsTest {
    private static final int MEGABYTE = 1024 * 1024;

    private Bench bench;
    private String whole;

    @BeforeEach
    void login() throws Exception {
        bench = new Bench("--circuits", "100");
        bench.login("vsat", "secret");
        whole = bench.get("circuits").text();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void sendsAByteOrderMarkFirstAndTrailingContentLast() throws Exception {
        assertThat(struck("\"bom\":true,\"trailing\":\"{}\"").text()).isEqualTo("\uFEFF" + whole + "{}");
    }

    @Test
    void badUtf8IsInsideAText() throws Exception {
        byte[] bytes = struck("\"badUtf8\":true").bytes();
        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
                .isInstanceOf(CharacterCodingException.class);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(latin).contains(":\"\u00C3(");
        assertThat(latin.replace("\u00C3(", "").length()).isEqualTo(whole.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void corruptGzipCannotBeDecompressed() throws Exception {
        Bench.Answer answer = struck("\"gzip\":\"corrupt\"");
        assertThat(answer.headers().get("Content-Encoding")).containsExactly("gzip");
        assertThatThrownBy(() -> unpacked(answer).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void aGzipBombIsSmallAndTheRealAnswerFollowsHundredsOfMegabytes() throws Exception {
        Bench.Answer answer = struck("\"gzip\":\"bomb\"");
        assertThat(answer.bytes().length).isLessThan(2 * MEGABYTE);
        try (InputStream in = unpacked(answer)) {
            long blanks = 0;
            byte[] bytes = in.readNBytes(MEGABYTE);
            while (bytes[0] == ' ') {
                blanks += bytes.length;
                bytes = in.readNBytes(MEGABYTE);
            }
            assertThat(blanks).isEqualTo(300L * MEGABYTE);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(whole);
        }
    }

    @Test
    void otherAnswersHaveShortNames() throws Exception {
        Bench.Answer redirect = struck("\"redirect\":\"http://elsewhere.example/x\"");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.headers().get("Location")).containsExactly("http://elsewhere.example/x");
        assertThat(struck("\"empty\":true").status()).isEqualTo(204);
        Bench.Answer html = struck("\"html\":true");
        assertThat(html.status()).isEqualTo(200);
        assertThat(html.headers().get("Content-Type")).containsExactly("text/html; charset=utf-8");
    }

    private Bench.Answer struck(String fault) throws Exception {
        bench.faults("[{\"path\":\"circuits\"," + fault + "}]");
        return bench.get("circuits");
    }

    private static InputStream unpacked(Bench.Answer answer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(answer.bytes()));
    }
}
