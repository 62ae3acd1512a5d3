/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Secrets in texts, in every form in which programs write them. */
class SecretsTest {
    private static final String SECRET = "p\u00e4ss/w\u00f6rd & <\"'\uD83D\uDE00> %+=";

    @Test
    void everyUsualFormOfASecretIsMasked() {
        Secrets secrets = new Secrets(Set.of(SECRET, "abc"));
        String url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        List<String> forms = List.of(
                SECRET,
                url,
                url.replace("+", "%20"),
                url.replaceAll("%C3", "%c3")
                        .replace("%A4", "%a4")
                        .replace("%B6", "%b6")
                        .replace("%2F", "%2f")
                        .replace("%3C", "%3c")
                        .replace("%F0%9F%98", "%f0%9f%98")
                        .replace("%3E", "%3e")
                        .replace("%2B", "%2b")
                        .replace("%3D", "%3d"),
                // Jackson, PHP, Python, a .NET server, Go
                "p\u00e4ss/w\u00f6rd & <\\\"'\uD83D\uDE00> %+=",
                "p\u00e4ss\\/w\u00f6rd & <\\\"'\uD83D\uDE00> %+=",
                "p\\u00e4ss/w\\u00f6rd & <\\\"'\\ud83d\\ude00> %+=",
                "p\\u00E4ss/w\\u00F6rd & <\\\"'\\uD83D\\uDE00> %+=",
                "p&auml;".replace("&auml;", "\u00e4") + "ss/w\u00f6rd &amp; &lt;&quot;&#39;\uD83D\uDE00&gt; %+=",
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
        for (String form : forms) {
            assertThat(secrets.masked("<" + form + ">abc."))
                    .as(form)
                    .startsWith("<***")
                    .endsWith(">***.")
                    .hasSizeLessThan(13);
        }
    }

    @Test
    void aBeginningEndsWithNoPartOfASecret() {
        Secrets secrets = new Secrets(Set.of("planted-secret"));
        secrets.hide("tok-planted-1");
        for (String secret : List.of("planted-secret", "tok-planted-1")) {
            for (int length = 4; length < secret.length(); length++) {
                assertThat(secrets.maskedBeginning("body " + secret.substring(0, length)))
                        .isEqualTo("body ***");
            }
        }
        assertThat(secrets.maskedBeginning("body")).isEqualTo("body");
    }

    @Test
    void manySecretsInALongTextAreAllMasked() {
        Random random = new Random(7);
        Secrets secrets = new Secrets(Set.of());
        StringBuilder text = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            String token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
            secrets.hide(token);
            String between = "a".repeat(random.nextInt(50)) + ",";
            text.append(token).append(between);
            expected.append("***").append(between);
        }
        assertThat(secrets.masked(text.toString())).hasToString(expected.toString());
    }
}
