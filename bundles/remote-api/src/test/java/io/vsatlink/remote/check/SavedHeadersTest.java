/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.read.NeededCircuits;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses that were saved with their headers, as by {@code curl -si}. */
class SavedHeadersTest {
    private static final String ROWS = "[{\"circuitId\": \"C1\"}, {\"circuitId\": \"C2\"}]";
    private static final String OFFSET = "\"style\": \"offset\", \"offsetParameter\": \"o\", \"sizeParameter\": \"l\"";
    private static final String LINK = "\"style\": \"next\", \"sizeParameter\": \"l\"";
    private static final String NEXT_LINK = "Link: </c?o=2>; rel=\"next\"";

    @Test
    void aTotalInAHeaderIsReadAndMoreRowsFollow() throws Exception {
        ListingReport report = report(OFFSET + ", \"totalHeader\": \"X-Total-Count\"", "x-total-count: 7");
        assertThat(report.good()).isTrue();
        assertThat(report.lines())
                .contains("  200, 2 rows seen, 7 in all, more follow")
                .noneMatch(SavedHeadersTest::toDo);
    }

    @Test
    void theHeadersOfTheLastResponseCountWhereSeveralWereSaved() throws Exception {
        String saved = "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 206 \r\ncontent-range: items 0-1/7\r\n\r\n" + ROWS;
        assertThat(check(OFFSET + ", \"totalHeader\": \"Content-Range\"", saved).lines())
                .contains("  200, 2 rows seen, 7 in all, more follow");
    }

    @Test
    void aLinkHeaderThatNamesANextPageIsRead() throws Exception {
        assertThat(report(LINK, NEXT_LINK).lines())
                .contains("  200, 2 rows seen, the profile names no total, more follow");
        assertThat(report(LINK, "Date: now").lines())
                .contains(
                        "  Note: there is no next page in the Link header; if this is not the last page, correct the style");
        assertThat(report(LINK, "Link: <a> <b>").lines())
                .anyMatch(line -> line.startsWith("  FAILED: the Link header"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    totalHeader | X-Total: 7                  | correct totalHeader: the response has X-Total with the total 7
                    totalHeader | Content-Range: items 0-1/7  | correct totalHeader: the response has Content-Range with the total 7
                    totalHeader | Date: now                   | omit totalHeader if the vendor reports no total: no response header has one
                    sizeHeader  | Date: now                   | correct or omit sizeHeader: the response has no X-Named
                    -           | X-Total-Count: 7            | the response has X-Total-Count with the total 7, which is not used: write "totalHeader": "X-Total-Count" (vocabulary 2)
                    -           | Link: </c?o=2>; rel="next"  | the response has a Link header with rel="next", which is not used: "paging": {"style": "next"} follows it and notices the end
                    """)
    void adviceNamesTheHeaderThatIsMissingOrNotUsed(String member, String header, String advice) throws Exception {
        String named = member.equals("-") ? "" : ", \"" + member + "\": \"X-Named\"";
        ListingReport report = report(OFFSET + named, header);
        assertThat(report.good()).isEqualTo(!member.equals("totalHeader"));
        assertThat(report.lines()).contains("  To do: " + advice);
    }

    @Test
    void aNextHeaderThatIsNotThereIsReported() throws Exception {
        String cursor = "\"style\": \"cursor\", \"cursorParameter\": \"c\", \"nextHeader\": \"X-Next\"";
        assertThat(report(cursor, "X-Next: 8f2c").lines())
                .contains("  200, 2 rows seen, the profile names no total, more follow");
        assertThat(report(cursor, "Date: now").lines())
                .contains(
                        "  Note: there is no next page in the X-Next header; if this is not the last page, correct nextHeader");
    }

    @Test
    void aFileWithoutHeadersIsCheckedAsFarAsItGoesAndSaysSo() throws Exception {
        ListingReport report = check(OFFSET + ", \"totalHeader\": \"X-Total-Count\"", ROWS);
        assertThat(report.good()).isTrue();
        assertThat(report.lines()).anyMatch(line -> line.startsWith("  Note: the file has no headers, so"));
    }

    @Test
    void aSavedRefusalIsNoPage() throws Exception {
        assertThat(check(OFFSET, "HTTP/1.1 401 Unauthorized\r\n\r\n{}").lines())
                .contains("  FAILED: the saved response is no page: HTTP 401");
    }

    private static boolean toDo(String line) {
        return line.contains("To do");
    }

    private static ListingReport report(String paging, String header) throws ProfileException {
        return check(paging, "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + ROWS);
    }

    private static ListingReport check(String paging, String saved) throws ProfileException {
        String profile =
                """
                {"vocabulary": 2, "name": "v", "version": 1, "auth": {"type": "basic"}, "errors": {}, "others": null,
                 "paging": {%s}, "listings": {"circuits": {"path": "/c", "itemsPointer": "", "key": "circuitId",
                   "columns": {"circuitId": "/circuitId"}}}}
                """
                        .formatted(paging);
        return new ProfileCheck(
                        ProfileReader.read(
                                new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8)),
                                "v.json",
                                NeededCircuits.with()),
                        null)
                .saved("circuits", "answer.txt", saved.getBytes(StandardCharsets.UTF_8));
    }
}
