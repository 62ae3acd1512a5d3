/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.NeededCircuits;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileCheckTest {
    private static final ProfileNeeds NEEDS = NeededCircuits.with(
            new Column("serviceTier", ColumnType.INTEGER, false),
            new Column("latitude", ColumnType.DECIMAL, false),
            new Column("isDeIce", ColumnType.BOOLEAN, false),
            new Column("lastModified", ColumnType.TIME, false));

    @Test
    void tellsWhereEachColumnWasFoundAndWhatTheProfileLeavesOut() throws Exception {
        ListingReport report = report(
                """
                {"total": 7, "items": [
                  {"circuitId": "C1", "service_tier": 3, "latitude": 1.5, "beam": {"id": "B7"}},
                  {"circuitId": "C2", "service_tier": 2, "latitude": null, "lastModified": "2026-11-21T02:00:00Z"}]}
                """);
        assertThat(report.good()).isTrue();
        assertThat(report.lines())
                .containsExactly(
                        "circuits: answer.json",
                        "  200, 2 rows seen, 7 in all, more follow",
                        "  Column        Place          Found in  As            Example",
                        "  circuitId     /circuitId     2 of 2    text          C1",
                        "  serviceTier   /serviceTier   0 of 2",
                        "  latitude      /latitude      1 of 2    a number      1.5",
                        "  isDeIce       -              -         not provided",
                        "  lastModified  /lastModified  1 of 2    text          2026-11-21T02:00:00Z",
                        "  Not used by the profile: /beam (1 row, for instance {\"id\":\"B7\"}),"
                                + " /service_tier (2 rows, for instance 3)",
                        "  To do: serviceTier: no row has /serviceTier, but /service_tier exists: is that the field?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "lastModified": 1764547200123      | lastModified: write "written": "epochMillis"
                    "lastModified": "1764547200"       | lastModified: write "written": "epochSeconds"
                    "lastModified": "21/11/2026 03:00" | lastModified: write "written": {"pattern": "dd/MM/yyyy HH:mm"}; fill in "zone", for instance "UTC" or "Europe/Brussels": these times do not name theirs
                    "lastModified": "21st of May"      | lastModified: describe how the vendor writes times, "written": {"pattern": …, "zone": …}
                    "latitude": "-1.023,5"             | latitude: write "written": {"decimal": ",", "grouping": "."}
                    "serviceTier": "gold"              | serviceTier: if "gold" means no value, write "missing": ["", "gold"]; else translate it by a "table"
                    "lastModified": "N/A"              | lastModified: if "N/A" means no value, write "missing": ["", "N/A"]; else translate it by a "table"
                    "lastModified": "0000-00-00"       | lastModified: if "0000-00-00" means no value, write "missing": ["", "0000-00-00"]; else translate it by a "table"
                    "serviceTier": "3 m"               | serviceTier: another pointer, a "table", or "written" may help
                    "circuitId": null                  | correct the pointer of the key: nothing can be stored without it
                    """)
    void saysWhatToChangeWhereAValueCanNotBeTaken(String member, String advice) throws Exception {
        String key = member.contains("circuitId") ? "" : "\"circuitId\": \"C1\", ";
        ListingReport report = report("{\"total\": 1, \"items\": [{" + key + member + "}]}");
        assertThat(report.good()).isFalse();
        assertThat(report.lines()).contains("  To do: " + advice);
    }

    @Test
    void wordsThatATableLacksAreTold() throws Exception {
        VendorProfile table = profile(
                "\"/latitude\", \"word\": {\"pointer\": \"/word\", \"type\": \"text\", \"table\": {\"A\": \"Active\"}}");
        ListingReport report = new ProfileCheck(table, null)
                .saved(
                        "circuits",
                        "answer.json",
                        bytes("{\"total\": 2, \"items\": [{\"circuitId\": \"C1\", \"word\": \"A\"},"
                                + " {\"circuitId\": \"C2\", \"word\": \"NEW\"}]}"));
        assertThat(report.lines())
                .contains("  Proposal: word: not in the \"table\" and stored as they are: \"NEW\" (1)");
    }

    @Test
    void aPartThatNoTextHasIsNoMissingValue() throws Exception {
        VendorProfile third = profile("{\"pointer\": \"/gps\", \"split\": {\"by\": \",\", \"part\": 2}}");
        ListingReport report = new ProfileCheck(third, null)
                .saved(
                        "circuits",
                        "answer.json",
                        bytes("{\"total\": 1, \"items\": [{\"circuitId\": \"C1\", \"gps\": \"50.1,4.2\"}]}"));
        assertThat(report.lines()).contains("  To do: latitude: no row has part 2 of /gps; correct \"split\"");
    }

    @Test
    void saysWhatTheAnswerHasInsteadOfWhatWasAgreed() throws Exception {
        ListingReport report = report("{\"data\": [], \"meta\": {\"count\": 0}}");
        assertThat(report.good()).isFalse();
        assertThat(report.lines())
                .containsExactly(
                        "circuits: answer.json",
                        "  FAILED: the response has no /items; it has data, meta",
                        "  To do: correct itemsPointer, which is /items now");
        assertThat(report("{\"items\": [{\"circuitId\": \"C1\"}]}").lines())
                .endsWith("  To do: correct totalPointer, which is /total now, or omit it if the vendor reports no"
                        + " total");
    }

    @Test
    void tellsEachKindOfMistakeInOneLineWithItsNumberAndAnExample() throws Exception {
        String rows = IntStream.range(0, 250)
                .mapToObj(i -> "{\"circuitId\": \"C%d\", \"lastModified\": %s, \"serviceTier\": %s}"
                        .formatted(i, i % 2 == 0 ? 1764547200000L + i : "null", i % 50 == 1 ? "\"tier " + i + "\"" : 3))
                .collect(Collectors.joining(","));
        ListingReport report = report("{\"total\": 250, \"items\": [" + rows + "]}");
        assertThat(report.lines().stream()
                        .filter(line -> line.contains("Set aside") || line.contains("To do"))
                        .filter(line -> !line.contains("no row has")))
                .containsExactly(
                        "  Set aside: 125 rows, for instance C0 (lastModified: 1764547200000 is not a time with an offset)",
                        "  Set aside: 5 rows, for instance C1 (serviceTier: \"tier 1\" is not a whole number)",
                        "  To do: lastModified: write \"written\": \"epochMillis\"",
                        "  To do: serviceTier: another pointer, a \"table\", or \"written\" may help");
    }

    @Test
    void proposesATableForAllTextsOfAColumnInOneLineAndPointersForNamedElements() throws Exception {
        String rows = IntStream.range(0, 250)
                .mapToObj(i ->
                        ("{\"circuitId\": \"C%d\", \"serviceTier\": %s, \"beams\": [{\"name\": \"up\", \"value\": %d},"
                                        + " {\"name\": \"down\", \"value\": 5}]}")
                                .formatted(i, i % 2 == 0 ? 3 : i % 3 == 0 ? "\"gold\"" : "\"silver\"", i))
                .collect(Collectors.joining(","));
        assertThat(report("{\"total\": 250, \"items\": [" + rows + "]}").lines())
                .contains(
                        "  To do: serviceTier: translate \"silver\", \"gold\" by a \"table\"",
                        "  Proposal: a column may be at /beams/[name=…]/value for up, down")
                .hasSizeLessThan(20);
    }

    @Test
    void listsTheTextsOfAColumnOfFew() throws Exception {
        String rows = IntStream.range(0, 12)
                .mapToObj(i -> "{\"circuitId\": \"C%d\", \"status\": \"%s\"}".formatted(i, i % 4 == 0 ? "down" : "up"))
                .collect(Collectors.joining(","));
        VendorProfile withStatus = ProfileReader.read(
                stream(
                        """
                        {"vocabulary": 2, "name": "v", "version": 1, "auth": {"type": "basic"}, "errors": {}, "others": null,
                         "paging": {"style": "offset", "offsetParameter": "o", "sizeParameter": "l"},
                         "listings": {"circuits": {"path": "/c", "itemsPointer": "", "key": "circuitId", "columns": {
                           "circuitId": "/circuitId", "status": "/status"}}}}
                        """),
                "v.json",
                NeededCircuits.with(Column.text("status")));
        assertThat(new ProfileCheck(withStatus, null)
                        .saved("circuits", "answer.json", bytes("[" + rows + "]"))
                        .lines())
                .endsWith("  Proposal: status: if ours differ, translate by a \"table\": \"down\" (3), \"up\" (9)");
    }

    @Test
    void aFewRowsWithoutAKeyAreTheVendorsMatterAndAllOfThemThePointers() throws Exception {
        assertThat(report("""
                {"total": 2, "items": [{"circuitId": "C1"}, {"circuitId": ""}]}""")
                        .lines())
                .contains("  To do: ask the vendor about the key of 1 row: other rows have it at the pointer");
        assertThat(report("{\"total\": 2, \"items\": [{\"id\": \"C1\"}, {\"id\": \"C2\"}]}")
                        .lines())
                .contains(
                        "  To do: correct the pointer of the key: nothing can be stored without it; each row has /id");
    }

    @Test
    void rowsThatShareAKeyDoNotFit() throws Exception {
        ListingReport report =
                report("""
                {"total": 2, "items": [{"circuitId": "C1"}, {"circuitId": "C1"}]}""");
        assertThat(report.good()).isFalse();
        assertThat(report.lines())
                .contains("  FAILED: 1 row has the key of another row, for instance C1: circuitId must be unique");
    }

    @Test
    void itemsThatAreOnlyReferencesAreNoRows() throws Exception {
        assertThat(report("{\"total\": 3, \"items\": [\"C1\", \"C2\", 7]}").lines())
                .containsExactly(
                        "circuits: answer.json",
                        "  FAILED: none of the 3 rows at /items is an object",
                        "  To do: find the call that returns complete rows: these are only references");
    }

    private static ListingReport report(String answer) throws ProfileException {
        return new ProfileCheck(profile("\"/latitude\""), null).saved("circuits", "answer.json", bytes(answer));
    }

    /** @param latitude its column, as JSON */
    private static VendorProfile profile(String latitude) throws ProfileException {
        return ProfileReader.read(
                stream(
                        """
                        {"vocabulary": 2, "name": "v", "version": 1, "auth": {"type": "basic"}, "errors": {},
                         "paging": {"style": "offset", "offsetParameter": "o", "sizeParameter": "l", "totalPointer": "/total"},
                         "listings": {"circuits": {"path": "/c", "itemsPointer": "/items", "key": "circuitId", "columns": {
                           "circuitId": "/circuitId", "serviceTier": "/serviceTier", "latitude": LATITUDE,
                           "isDeIce": null, "lastModified": "/lastModified"}}}}
                        """
                                .replace("LATITUDE", latitude)),
                "v.json",
                NEEDS);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
