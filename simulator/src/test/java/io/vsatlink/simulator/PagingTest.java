/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private Bench bench;

    @BeforeEach
    void login() throws Exception {
        bench = new Bench("--circuits", "200", "--max-page-size", "300");
        bench.login("vsat", "secret");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 250, 5000})
    void pagesOfAnySizeAddUpToTheTruth(int pageSize) throws Exception {
        for (String path : Bench.PATHS) {
            assertThat(bench.pages(path, pageSize)).as(path).isNotEmpty().isEqualTo(bench.truth(path));
        }
    }

    @Test
    void reportsTheReducedPageSize() throws Exception {
        Bench.Answer answer = bench.get("devices?page=2&pageSize=5000");
        assertThat(answer.at("page")).isEqualTo(2);
        assertThat(answer.at("pageSize")).isEqualTo(300);
        assertThat(answer.at("totalItems")).isEqualTo(600);
        assertThat(answer.at("totalPages")).isEqualTo(2);
        assertThat(answer.items()).hasSize(300);
        assertThat(answer.headers().get("Content-Type")).containsExactly("application/json");
    }

    @Test
    void returnsTheFirstPageOf250ByDefault() throws Exception {
        Bench.Answer answer = bench.get("outage-contacts");
        assertThat(answer.items()).hasSize(250);
        assertThat(answer.at("page")).isEqualTo(1);
    }

    @Test
    void aPagePastTheEndIsEmptyAndNotAnError() throws Exception {
        for (String page : List.of("2", "99", "2147483647")) {
            Bench.Answer answer = bench.get("circuits?page=" + page + "&pageSize=300");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.items()).isEmpty();
            assertThat(answer.at("totalItems")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "page=one", "page=", "pageSize=0", "pageSize=1.5", "page=99999999999"})
    void refusesWhatIsNoPage(String query) throws Exception {
        Bench.Answer answer = bench.get("circuits?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error")).isEqualTo("bad_request");
    }

    @Test
    void anUnknownPathIsANotFoundInJson() throws Exception {
        Bench.Answer answer = bench.get("antennas");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("error")).isEqualTo("not_found");
        assertThat(bench.send("GET", "/", "").status()).isEqualTo(404);
    }

    @Test
    void compressesOnlyForClientsThatAcceptIt() throws Exception {
        bench.login("vsat", "secret");
        Bench.Answer plain = bench.get("locations?pageSize=100");
        assertThat(plain.headers()).doesNotContainKey("Content-Encoding");

        String token = (String) bench.login("vsat", "secret").at("token");
        String[] headers = {"Authorization", "Bearer " + token, "Accept-Encoding", "br, gzip;q=0.5"};
        Bench.Answer zipped = bench.send("GET", "/api/v1/locations?pageSize=100", "", headers);
        assertThat(zipped.headers().get("Content-Encoding")).containsExactly("gzip");
        assertThat(zipped.bytes().length).isLessThan(plain.bytes().length / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.bytes()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.text());
        }

        headers[3] = "gzip;q=0";
        assertThat(bench.send("GET", "/api/v1/locations?pageSize=100", "", headers)
                        .headers())
                .doesNotContainKey("Content-Encoding");
    }
}
