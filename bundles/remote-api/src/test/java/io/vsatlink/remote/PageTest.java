/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.raw;
import static io.vsatlink.testkit.http.RawServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PageTest extends Fixture {

    @Test
    void logsInOnceAndReadsPages() throws VendorException {
        PageHead head = page();
        page();

        assertThat(head)
                .usingRecursiveComparison()
                .ignoringFields("date")
                .isEqualTo(new PageHead(2, 7, 4, 1, head.bytes(), Optional.empty()));
        assertThat(head.bytes()).isEqualTo(pageOf("{\"circuitId\":\"c1\"}").length());
        assertThat(rows).extracting(row -> row.get("circuitId").asText()).containsExactly("c1", "c1");
        assertThat(vendor.loginCount()).isEqualTo(1);
        assertThat(vendor.requests.get(0))
                .startsWith("POST /login HTTP/1.1")
                .endsWith("{\"username\":\"ops\",\"password\":\"s3cret-Pa55\",\"realm\":\"ops\"}");
        assertThat(vendor.requests.get(1))
                .startsWith("GET /circuits?view=a+b%26c&page=1&pageSize=250 HTTP/1.1")
                .contains("Authorization: Bearer tok-1\r\n")
                .containsPattern("X-Correlation-Id: [0-9a-f-]{36}\r\n");
    }

    @Test
    void acceptsTheEnvelopeInAnyOrderAndIgnoresOtherMembers() throws VendorException {
        vendor.pages(
                (request, out, socket) -> json(
                        out,
                        """
                                {"x":{"items":[9]},"items":[{"circuitId":"c1"},null,3],"y":[[1]],"totalItems":3,\
                                "pageSize":null}"""));

        PageHead head = page();

        assertThat(head)
                .usingRecursiveComparison()
                .ignoringFields("date")
                .isEqualTo(new PageHead(250, 3, -1, 3, head.bytes(), Optional.empty()));
        assertThat(rows).hasSize(3);
    }

    @Test
    void handsRowsOverBeforeThePageHasEnded() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk("{\"items\":[{\"a\":1},"));
            boolean early = seen.await(3, TimeUnit.SECONDS);
            raw(out, chunk(early ? "2],\"totalItems\":2}" : "]") + "0\r\n\r\n");
            return true;
        });

        client.page(CIRCUITS, PageRef.FIRST, 250, (parser, name) -> {
            keep(parser, name);
            seen.countDown();
        });

        assertThat(rows).hasSize(2);
    }

    @Test
    void losesNoDigits() throws VendorException {
        vendor.pages(
                (request, out, socket) -> json(
                        out,
                        pageOf(
                                """
                        {"a":1.2345678901234567890123450,"b":123456789012345678901234567890}""")));

        page();

        assertThat(rows.get(0).get("a").decimalValue().toPlainString()).isEqualTo("1.2345678901234567890123450");
        assertThat(rows.get(0).get("b").asText()).isEqualTo("123456789012345678901234567890");
    }

    @Test
    void understandsGzipOfMoreThanTenMegabytes() throws Exception {
        String row = "{\"t\":\"" + "x".repeat(1_000_000) + "\"}";
        byte[] body = gzip(pageOf(Collections.nCopies(12, row).toArray(String[]::new)));
        vendor.pages((request, out, socket) -> {
            assertThat(request).contains("Accept-Encoding: gzip\r\n");
            return send(out, "200 OK", "Content-Encoding: gzip\r\n", body);
        });

        PageHead head = page();

        assertThat(head.rows()).isEqualTo(12);
        assertThat(head.bytes()).isGreaterThan(12_000_000);
    }

    @Test
    void acceptsByteOrderMark() throws VendorException {
        vendor.pages((request, out, socket) -> json(out, "\uFEFF" + pageOf()));

        assertThat(page().rows()).isZero();
    }

    @Test
    void readsRowsWhoseFieldsHaveHalfASurrogatePairInTheirNames() throws VendorException {
        String row = "{\"a\":\"\\ud83d\",\"odd\\ud83dname\":1,\"\\udc00\":{\"\\ud83d\":2},\"b\":3}";
        vendor.pages((request, out, socket) -> json(out, "\uFEFF" + pageOf("{\"a\":0}", row, row)));
        ItemSink sink = new ItemSink() {
            @Override
            public void take(JsonParser parser, String name) throws IOException {
                keep(parser, name);
            }

            @Override
            public void again() {
                rows.clear();
            }
        };
        assertThat(client.page(CIRCUITS, PageRef.FIRST, 250, sink).rows()).isEqualTo(3);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).get("odd\ud83dname").asInt()).isEqualTo(1);
        assertThat(rows.get(2).at("/\udc00/\ud83d").asInt()).isEqualTo(2);
        assertThat(vendor.pageCount()).isEqualTo(2);

        page();
        assertThat(vendor.pageCount()).as("from now on in one call").isEqualTo(3);

        vendor.pages((request, out, socket) -> json(out, pageOf(row) + "x"));
        assertThat(failure(Protocol.class)).hasMessageContaining("more data follows the end of the JSON at character ");
    }

    @Test
    void whatTheConsumerThrowsComesThrough() throws VendorException {
        assertThatThrownBy(() -> client.page(CIRCUITS, PageRef.FIRST, 250, (parser, name) -> {
                    throw new IllegalStateException("disk full");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
        assertThat(page().rows()).isEqualTo(1);
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
