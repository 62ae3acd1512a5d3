/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.ProfileException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Drafts from saved responses in the formats of well-known APIs, read back and checked against the same responses. */
class ProfileDraftTest {
    @Test
    void findsAttributesAndPartiesOfTmForumListsByTheirNamesAndRoles() throws Exception {
        Drafting draft = Drafting.of("tmf-services.json").withPath();
        ListingProfile circuits = draft.profile().listings().get("circuits");
        assertThat(circuits.items().pointer()).isEmpty();
        assertThat(places(circuits))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "circuitId", "/id",
                        "circuitAlias", "/serviceCharacteristic/[name=circuitAlias]/value",
                        "serviceTier", "/serviceCharacteristic/[name=serviceTier]/value",
                        "managementIp", "/serviceCharacteristic/[name=managementIp]/value",
                        "customerNumber", "/relatedParty/[role=customer]/id",
                        "lastModified", "/lastModified"));
        assertThat(draft.text())
                .contains("\"circuitId\": \"/id\", // sure: another value in each of 3 rows")
                .contains("managementIp]/value\", // likely: in 2 of 3 rows")
                .contains("\"/relatedParty/[role=customer]/id\", // please check: the names are alike")
                .contains("// not used: /relatedParty/[role=…]/name for payer, customer");
        assertFits(draft.check(), 3);
    }

    @Test
    void aNumberLargerThanTheRowsMayBeTheirTotalAndIsNeverIgnored() {
        assertThat(draft(page(137, 1, "T1", "T2")))
                .contains("\"totalPointer\": \"/result/quantity\" // please check: 137 may be the number of all rows")
                .doesNotContain("whole listing");
        assertThat(draft(page(2, 1, "T1", "T2"))).doesNotContain("totalPointer");
        assertThat(draft(page(137, 1, "T1", "T2"), page(137, 3, "T3", "T4")))
                .contains("these 2 answers do not show how they are paged")
                .contains("\"totalPointer\": \"/result/quantity\"")
                .doesNotContain("whole listing");
    }

    @Test
    void soMayOneBesideACursor() {
        String page =
                "{\"rows\": [{\"circuitId\": \"T1\"}, {\"circuitId\": \"T2\"}], \"paging\": {\"cursor\": %s, \"matches\": %d}}";
        assertThat(draft(page.formatted("\"c2\"", 137)))
                .contains("\"style\": \"cursor\"", "\"nextPointer\": \"/paging/cursor\"")
                .contains("\"totalPointer\": \"/paging/matches\" // please check: 137 may be the number of all rows");
        assertThat(draft(page.formatted("\"c2\"", 2))).doesNotContain("totalPointer");
        // the cursor itself is none
        assertThat(draft(page.formatted("40", 2)))
                .contains("\"nextPointer\": \"/paging/cursor\"")
                .doesNotContain("totalPointer");
    }

    private static String draft(String... pages) {
        List<SavedAnswer> answers = Stream.of(pages)
                .map(page -> SavedAnswer.of("circuits", "page.json", page.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new ProfileDraft(Drafting.NEEDS).of("lab", answers, null);
    }

    private static String page(int quantity, int from, String... keys) {
        return Stream.of(keys)
                .map(key -> "{\"circuitId\": \"" + key + "\", \"status\": \"Up\"}")
                .collect(Collectors.joining(
                        ", ",
                        "{\"took\": 1234, \"result\": {\"quantity\": " + quantity + ", \"first\": " + from
                                + ", \"rows\": [",
                        "]}}"));
    }

    @Test
    void anAnswerWithAnErrorIsNoPage() {
        byte[] refused =
                "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n{\"fault\": {\"no\": \"E403\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SavedAnswer.of("circuits", "/tmp/refused.txt", refused))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/tmp/refused.txt is not a page but an error, HTTP 403");
    }

    @Test
    void theCheckNotesThatNothingShowsWhetherTheRowsAreAll() throws Exception {
        assertThat(Drafting.of("tmf-services.json").withPath().check().lines())
                .anyMatch(line -> line.contains("Note: nothing shows whether these are all rows"));
    }

    @Test
    void takesEmptyTextsForNoValueAndReferencesByTheirValue() throws Exception {
        Drafting draft = Drafting.of("servicenow.json").withPath();
        ListingProfile circuits = draft.profile().listings().get("circuits");
        assertThat(circuits.items().pointer()).isEqualTo("/result");
        assertThat(places(circuits))
                .containsEntry("locationId", "/location/value")
                .containsEntry("serviceTier", "/service_tier")
                .containsEntry("customerNumber", "/customer_number");
        assertThat(draft.text())
                .contains("\"missing\": [\"\"], // please check")
                .contains("// please check: another value in each of 2 rows, as in /number")
                .contains("\"lastModified\": {\"pointer\": \"/sys_updated_on\", \"written\": {\"pattern\":"
                        + " \"yyyy-MM-dd HH:mm:ss\"}}? these are times; fill in \"zone\"");
        assertFits(draft.check(), 2);
    }

    @Test
    void followsTheNextLinkAndTheTotalOfOData() throws Exception {
        Drafting draft = Drafting.of("odata.json");
        ListingProfile circuits = draft.profile().listings().get("circuits");
        assertThat(circuits.request().path()).isEqualTo("/inventory/Circuits");
        assertThat(circuits.items().pointer()).isEqualTo("/value");
        assertThat(circuits.paging().style()).isEqualTo(Style.NEXT);
        assertThat(circuits.paging().facts().nextPointer()).isEqualTo("/@odata.nextLink");
        assertThat(circuits.paging().facts().totalPointer()).isEqualTo("/@odata.count");
        assertThat(places(circuits)).containsEntry("customerNumber", "/Customer/Number");
        assertFits(draft.check(), 2);
    }

    @Test
    void findsACursorAndMarksWhatAnAnswerDoesNotShow() throws Exception {
        Drafting draft = Drafting.of("cursor.json");
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(draft::profile)
                .satisfies(e -> assertThat(e.mistakes())
                        .singleElement()
                        .asString()
                        .contains("/listings/circuits/path is missing"));
        assertThat(draft.text())
                .contains("// fill in \"path\": the path of the call that returned cursor.json")
                .contains(
                        "// please check: \"lastModified\": {\"pointer\": \"/changed_ms\", \"written\": \"epochMillis\"}?")
                .contains("// please check: \"customerNumber\": \"/customer_no\"?")
                .contains("// not used: \"beam\": {\"pointer\": \"/beam\", \"type\": \"text\"} in 2 of 2 rows");
        ListingProfile circuits = draft.withPath().profile().listings().get("circuits");
        assertThat(circuits.paging().style()).isEqualTo(Style.CURSOR);
        assertThat(circuits.paging().facts().nextPointer()).isEqualTo("/meta/next_cursor");
        assertThat(circuits.paging().position().name()).isEqualTo("cursor");
        assertThat(places(circuits)).containsEntry("serviceTier", "/sla/service_tier");
        assertFits(draft.withPath().check(), 2);
    }

    @Test
    void guessesFlagsAndPatternsOfTimesAndLeavesTheZoneOpen() throws Exception {
        Drafting draft = Drafting.of("plain.json").withPath();
        assertThat(draft.text())
                .contains("\"missing\": [\"N/A\"]")
                .contains(
                        "{\"pointer\": \"/isOnline\", \"table\": {\"Y\": \"true\", \"N\": \"false\"}}, // please check")
                .contains("\"written\": {\"pattern\": \"dd/MM/yyyy HH:mm\"}} // please check: fill in \"zone\"");
        Drafting zoned =
                new Drafting(draft.file(), draft.text().replace("HH:mm\"}", "HH:mm\", \"zone\": \"Europe/Brussels\"}"));
        ListingProfile circuits = zoned.profile().listings().get("circuits");
        assertThat(circuits.items().shape()).isEqualTo(Shape.ARRAY);
        assertThat(places(circuits)).containsEntry("circuitId", "/circuit_id");
        assertFits(zoned.check(), 2);
    }

    @Test
    void aNameOfTheVendorsCanNotBecomeAPartOfTheProfile() throws Exception {
        String answer =
                "[{\"id\": \"1\", \"x\\n\\\"auth\\\": null, //\": \"a\\u2028b\\r\\n}\", \"status\": \"*/ ${password}\"}]";
        Drafting draft = new Drafting(
                        "a\nb.json",
                        new ProfileDraft(Drafting.NEEDS)
                                .of(
                                        "lab",
                                        List.of(SavedAnswer.of(
                                                "circuits", "a\nb.json", answer.getBytes(StandardCharsets.UTF_8))),
                                        null))
                .withPath();
        assertThat(draft.text().lines().filter(line -> line.contains("auth\\\": null")))
                .singleElement()
                .asString()
                .startsWith("        // not used");
        assertThat(places(draft.profile().listings().get("circuits")))
                .containsOnly(Map.entry("circuitId", "/id"), Map.entry("status", "/status"));
    }

    @Test
    void refusesAnUnknownListingAndAFileThatIsNotJson() {
        assertThatThrownBy(() -> new ProfileDraft(Drafting.NEEDS)
                        .of(
                                "lab",
                                List.of(SavedAnswer.of("beams", "b.json", "[]".getBytes(StandardCharsets.UTF_8))),
                                null))
                .hasMessage("there is no listing beams; known are circuits");
        assertThatThrownBy(() -> SavedAnswer.of("circuits", "b.json", "<html>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("b.json: not valid JSON, at byte");
    }

    @Test
    void anAnswerWithoutRowsIsNamed() {
        String draft = new ProfileDraft(Drafting.NEEDS)
                .of(
                        "lab",
                        List.of(SavedAnswer.of(
                                "circuits", "c.json", "{\"data\": []}".getBytes(StandardCharsets.UTF_8))),
                        null);
        assertThat(draft).contains("// circuits: c.json has no rows; save an answer that has some");
    }

    private static void assertFits(ListingReport report, int rows) {
        assertThat(report.good()).as(String.join("\n", report.lines())).isTrue();
        assertThat(report.lines().get(1)).startsWith("  200, " + rows + " rows seen");
    }

    private static Map<String, String> places(ListingProfile listing) {
        return listing.items().columns().stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(column -> column.name(), column -> column.place()));
    }

    /** Otherwise a profile that is taken as it is would read one page as the whole. */
    @Test
    void aTotalThatIsMoreThanTheRowsFailsAPollByNone() throws Exception {
        byte[] answer = "{\"code\":0,\"data\":{\"total\":\"35\",\"list\":[{\"id\":\"K1\"},{\"id\":\"K2\"}]}}"
                .getBytes(StandardCharsets.UTF_8);
        String text = new ProfileDraft(Drafting.NEEDS)
                .of("lab", List.of(SavedAnswer.of("circuits", "cn.json", answer)), null);
        Drafting draft = new Drafting("cn.json", text).withPath();
        assertThat(draft.text()).contains("\"totalPointer\": \"/data/total\"");
        assertThat(new ProfileCheck(draft.profile(), null)
                        .saved("circuits", "cn.json", answer)
                        .good())
                .isFalse();
    }
}
