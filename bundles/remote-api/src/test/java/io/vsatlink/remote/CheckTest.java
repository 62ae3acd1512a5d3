/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A profile check finds what a poll would run into. */
class CheckTest extends Fixture {
    private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d+)");
    private static final String BY_CURSOR =
            """
            {"style": "cursor", "cursorParameter": "after", "sizeParameter": "pageSize", "nextPointer": "/next"}""";

    @Test
    void readsASmallListingToItsEnd() {
        vendor.pages((request, out, socket) -> page(request, out, 620, 250));
        ListingReport report = check();
        assertThat(report.good()).isTrue();
        assertThat(report.lines()).contains("  200, 620 rows seen, 620 in all, 3 pages");
    }

    @Test
    void readsTheBeginningAndTheEndOfALargeOne() {
        vendor.pages((request, out, socket) -> page(request, out, 5000, 250));
        ListingReport report = check();
        assertThat(report.good()).isTrue();
        assertThat(report.lines()).contains("  200, 1000 rows seen, 5000 in all, 3 pages, more follow");
        assertThat(vendor.requests.get(vendor.requests.size() - 1)).contains("page=20&");
    }

    @Test
    void aVendorThatRefusesItsLastPageIsFoundOut() {
        vendor.pages((request, out, socket) -> number(request) > 10
                ? status(out, "400 Bad Request", "{\"error\":\"too_deep\",\"message\":\"no more than 2500 rows\"}")
                : page(request, out, 5000, 250));
        ListingReport report = check();
        assertThat(report.good()).isFalse();
        assertThat(String.join("\n", report.lines()))
                .contains("  FAILED: page 20, which should be the last: HTTP 400", "no more than 2500 rows");
    }

    @Test
    void aVendorThatDoesNotPageIsFoundOut() {
        vendor.pages((request, out, socket) -> json(out, rows(0, 300, 5000)));
        assertThat(check().lines())
                .contains("  FAILED: page 2 has the same rows as page 1; the vendor seems to ignore page, correct"
                        + " pageParameter");
    }

    @Test
    void keysThatComeTwiceAreFoundOutThoughTheyAreOnTwoPages() {
        vendor.pages((request, out, socket) -> json(out, rows((number(request) - 1) * 200, 250, 650)));
        ListingReport report = check();
        assertThat(report.good()).isFalse();
        assertThat(String.join("\n", report.lines())).contains("have the key of another row, for instance C200");
    }

    @Test
    void aNumberOfARowThatIsTakenForThatOfAPageIsFoundOut() {
        vendor.pages((request, out, socket) -> {
            int from = number(request) - 1;
            return json(out, rows(from, Math.max(0, Math.min(50, 137 - from)), 137));
        });
        ListingReport report = check();
        assertThat(report.good()).isFalse();
        assertThat(report.lines())
                .contains(
                        "  FAILED: page 2 begins with the last 49 rows of page 1: the vendor counts rows where the profile"
                                + " counts pages; correct the style of paging or its parameter")
                .noneMatch(line -> line.contains("must be unique") || line.contains("shifted"));
    }

    @Test
    void aClampedPageSizeIsANoteAndNotAMistake() {
        vendor.pages((request, out, socket) -> page(request, out, 450, 200));
        ListingReport report = check();
        assertThat(report.good()).isTrue();
        assertThat(report.lines())
                .contains(
                        "  200, 450 rows seen, 450 in all, 3 pages",
                        "  Note: the vendor returns 200 rows per page instead of 250; a poll continues by the number of"
                                + " rows received");
    }

    @Test
    void theRestOfAPageThatWasCutIsNotTakenForTheLastPage() {
        speak(
                Map.of(
                        "paging",
                        """
                {"style": "offset", "offsetParameter": "page", "sizeParameter": "pageSize", "totalPointer": "/totalItems"}"""));
        // 250, 250, then the remaining 100
        vendor.pages((request, out, socket) -> {
            int from = number(request);
            return json(out, rows(from, from == 500 ? 100 : Math.max(0, Math.min(250, 620 - from)), 620));
        });
        ListingReport report = check();
        assertThat(report.lines()).contains("  200, 600 rows seen, 620 in all, 3 pages, more follow");
        assertThat(report.good()).isTrue();
    }

    @Test
    void aTotalThatIsThePagesOwnIsFoundOut() {
        vendor.pages((request, out, socket) -> {
            int from = (number(request) - 1) * 250;
            return json(out, rows(from, Math.min(250, Math.max(0, 620 - from)), 250));
        });
        assertThat(check().lines())
                .contains("  FAILED: the vendor reports 250 rows, but page 2 has more: correct totalPointer");
    }

    @Test
    void aPartOfWhatIsReportedIsFoundOut() {
        vendor.pages((request, out, socket) ->
                json(out, rows((number(request) - 1) * 250, number(request) == 1 ? 250 : 0, 620)));
        assertThat(check().lines()).contains("  FAILED: the vendor reports 620 rows but lists 250");
    }

    @Test
    void aMistypedNextPointerIsFoundOut() {
        speak(Map.of("paging", BY_CURSOR));
        vendor.pages((request, out, socket) -> {
            int size = request.contains("pageSize=1 ") ? 1 : 200;
            return json(out, rows(0, size, 620).replaceFirst("\\{", "{\"meta\":{\"next\":\"c\"},"));
        });
        ListingReport report = check();
        assertThat(report.good()).isFalse();
        assertThat(report.lines()).contains("  FAILED: no page names the next one at /next; correct nextPointer");
    }

    @Test
    void asAPageFailsInTheMidstItIsNamed() {
        vendor.pages((request, out, socket) ->
                number(request) == 2 ? json(out, "<html>no</html>") : page(request, out, 620, 250));
        assertThat(check().lines()).anyMatch(line -> line.startsWith("  FAILED: page 2: expected JSON, got HTML"));
    }

    private ListingReport check() {
        return new ProfileCheck(profile(), client).listing("circuits", 250);
    }

    private static boolean page(String request, OutputStream out, int total, int most) throws IOException {
        int from = (number(request) - 1) * most;
        return json(out, rows(from, Math.max(0, Math.min(most, total - from)), total));
    }

    private static int number(String request) {
        Matcher page = PAGE.matcher(request);
        return page.find() ? Integer.parseInt(page.group(1)) : 1;
    }

    private static String rows(int from, int number, int total) {
        return IntStream.range(from, from + number)
                .mapToObj(i -> "{\"circuitId\":\"C" + i + "\",\"state\":{\"name\":\"up\"}}")
                .collect(Collectors.joining(",", "{\"totalItems\":" + total + ",\"items\":[", "]}"));
    }
}
