/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a profile says that only what changed is asked for, and what is asked then. */
class ChangesProfileTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("circuitId", ColumnType.TEXT, false),
            new Column("status", ColumnType.TEXT, false),
            new Column("created", ColumnType.TIME, false),
            new Column("lastModified", ColumnType.TIME, false));
    private static final String NONE = "{'style': 'none'}";
    private static final Instant KNOWN = Instant.parse("2026-03-29T00:40:00.9Z");

    private static ListingProfile read(String paging, String changes, String more, boolean possible)
            throws ProfileException {
        String text =
                """
                {'vocabulary': 2, 'name': 'v', 'version': 1, 'auth': {'type': 'basic', 'checkPath': '/p'},
                 'errors': {'codePointers': [], 'messagePointers': []}, 'paging': %s,
                 'listings': {'circuits': {'path': '/c', 'itemsPointer': '/d', 'key': 'circuitId', 'changes': %s%s,
                  'columns': {'circuitId': '/id', 'status': '/s', 'created': null, 'lastModified': '/m'}}}}"""
                        .formatted(paging, changes, more)
                        .replace('\'', '"');
        ProfileNeeds needs = new ProfileNeeds(
                Set.of(), Map.of("circuits", new ListingNeeds(COLUMNS, "circuitId", possible)), Map.of());
        return ProfileReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "v.json", needs)
                .listings()
                .get("circuits");
    }

    private static PageQuery.Asked asked(String paging, String changes, String more) throws ProfileException {
        ListingProfile listing = read(paging, changes, more, true);
        ListingProfile changed = listing.changedSince(listing.changes().from(KNOWN));
        PageQuery.Asked whole = new PageQuery(listing, Map.of()).asked(PageRef.FIRST, 250);
        assertThat(whole.target() + content(whole)).doesNotContain("00:30").doesNotContain("20260329");
        return new PageQuery(changed, Map.of()).asked(PageRef.FIRST, 250);
    }

    private static String content(PageQuery.Asked asked) {
        Body body = asked.body();
        return body == null ? "" : String.valueOf(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'column': 'lastModified'} | /changes/parameter is missing",
                "{'parameter': 'since'} | /changes/column is missing",
                "{'parameter': 'since', 'column': 'status'} | /changes/column must be a column of this listing that holds times: created, lastModified",
                "{'parameter': 'since', 'column': 'modified'} | /changes/column must be a column of this listing that holds times",
                "{'parameter': 'since', 'column': 'created'} | /changes/column is a column that the vendor does not have, by columns",
                "{'parameter': 'since', 'column': 'lastModified', 'overlap': '10'} | /changes/overlap must be a time such as 30s, 10m, 2h or 1d",
                "{'parameter': 'since', 'column': 'lastModified', 'overlap': '0m'} | /changes/overlap must be a time such as",
                "{'parameter': 'since', 'column': 'lastModified', 'written': 'unix'} | /changes/written must be one of iso, epochSeconds, epochMillis",
                "{'parameter': 'since', 'column': 'lastModified', 'written': {'pattern': 'oops'}} | /changes/written/pattern can't be parsed",
                "{'parameter': 'since', 'column': 'lastModified', 'written': {'pattern': 'YYYY-MM-dd HH:mm'}} | /changes/written/pattern would request another time",
                "{'parameter': 'since', 'column': 'lastModified', 'written': {'pattern': 'yyyy-mm-dd HH:mm'}} | /changes/written/pattern would request another time",
                "{'parameter': 'since', 'column': 'lastModified', 'written': {'pattern': 'yyyy-MM-dd hh:mm'}} | /changes/written/pattern would request another time",
                "{'parameter': 'since', 'column': 'lastModified', 'written': {'pattern': 'HH:mm:ss'}} | /changes/written/pattern would request another time",
                "{'parameter': 'since', 'column': 'lastModified', 'every': '1d'} | /changes/every is not known here"
            })
    void aMistakeIsNamedWithItsPlace(String changes, String sentence) {
        assertThatThrownBy(() -> read(NONE, changes, "", true))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("/listings/circuits" + sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yyyy-MM-dd HH:mm:ss", "dd/MM/yyyy", "yyMMddHHmm", "uuuu-MM-dd'T'HH:mmXXX", "d MMM yyyy hh:mm a"
            })
    void aPatternMayLeaveOutTheEnd(String pattern) throws ProfileException {
        String written = "{'pattern': '" + pattern.replace("'T'", " ") + "'}";
        assertThat(read(NONE, "{'parameter': 's', 'column': 'lastModified', 'written': " + written + "}", "", true))
                .isNotNull();
    }

    @Test
    void itMustNotMeetThePaging() {
        String changes = "{'parameter': 'n', 'column': 'lastModified'}";
        assertThatThrownBy(() -> read("{'style': 'page', 'pageParameter': 'n', 'firstPage': 0}", changes, "", true))
                .hasMessageContaining("/changes/parameter is a parameter of the paging");
        String inBody = "{'style': 'page', 'pageParameter': '/p', 'firstPage': 0, 'in': 'body'}";
        assertThatThrownBy(() -> read(inBody, changes, "", true))
                .hasMessageContaining("/changes/parameter must be a JSON pointer such as /a/b, not \"n\"");
        assertThatThrownBy(() ->
                        read(inBody, "{'parameter': '/f/n', 'column': 'lastModified'}", ", 'body': {'f': 'x'}", true))
                .hasMessageContaining("/body has no object at /f");
    }

    @Test
    void aConnectorThatReadsTheWholeRefusesIt() {
        assertThatThrownBy(() -> read(NONE, "{'parameter': 'since', 'column': 'lastModified'}", "", false))
                .hasMessageContaining("/changes is not possible for this listing, which is always read as a whole");
    }

    @Test
    void theTimeIsAskedForWhereThePagingIs() throws ProfileException {
        String iso = "{'parameter': 'since', 'column': 'lastModified'}";
        assertThat(asked(NONE, iso, "").target()).isEqualTo("/c?since=2026-03-29T00%3A30%3A00Z");
        assertThat(asked(NONE, iso, ", 'query': {'since': '1970-01-01', 'all': 'yes'}")
                        .target())
                .isEqualTo("/c?since=2026-03-29T00%3A30%3A00Z&all=yes");
        assertThat(asked("{'style': 'range', 'rangeHeader': 'Range', 'rangeUnit': 'items'}", iso, "")
                        .target())
                .isEqualTo("/c?since=2026-03-29T00%3A30%3A00Z");
        String form = "{'style': 'page', 'pageParameter': 'p', 'firstPage': 0, 'in': 'form'}";
        assertThat(asked(form, iso, "").body()).isEqualTo(Body.form("since=2026-03-29T00%3A30%3A00Z&p=0"));
        String json = "{'style': 'page', 'pageParameter': '/p', 'firstPage': 0, 'in': 'body'}";
        String seconds = "{'parameter': '/filter/since', 'written': 'epochSeconds', 'column': 'lastModified'}";
        assertThat(asked(json, seconds, ", 'body': {'filter': {'since': 0}}").body())
                .isEqualTo(Body.json("{\"filter\":{\"since\":1774744200},\"p\":0}"));
        String inParameter = "{'style': 'page', 'pageParameter': '/p', 'firstPage': 0, 'in': {'parameter': 'q'}}";
        assertThat(asked(inParameter, "{'parameter': '/since', 'column': 'lastModified'}", "")
                        .target())
                .isEqualTo("/c?q=%7B%22since%22%3A%222026-03-29T00%3A30%3A00Z%22%2C%22p%22%3A0%7D");
    }

    @Test
    void theTimeIsWrittenAsTheVendorReadsIt() throws ProfileException {
        assertThat(asked(
                                NONE,
                                "{'parameter': 'since', 'written': 'epochMillis', 'column': 'lastModified', 'overlap': '1d'}",
                                "")
                        .target())
                .isEqualTo("/c?since=1774658400000");
        String pattern = "{'parameter': 'since', 'written': {'pattern': 'yyyyMMddHHmmss'%s}, 'column': 'lastModified'}";
        assertThat(asked(NONE, pattern.formatted(""), "").target()).isEqualTo("/c?since=20260329003000");
        assertThat(asked(NONE, pattern.formatted(", 'zone': 'Europe/Brussels'"), "")
                        .target())
                .isEqualTo("/c?since=20260329013000");
    }

    @Test
    void inAnHourThatClocksShowTwiceTheQuestionBeginsBeforeIt() throws ProfileException {
        String brussels =
                "{'parameter': 'since', 'written': {'pattern': 'yyyyMMddHHmmss', 'zone': 'Europe/Brussels'}, 'column': 'lastModified'}";
        ListingProfile listing = read(NONE, brussels, "", true);
        Instant before = Instant.parse("2026-10-24T23:59:59Z");
        Duration overlap = listing.changes().overlap();
        assertThat(overlap).isEqualTo(Duration.ofMinutes(10));
        for (String shown : List.of("2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:59:59Z")) {
            assertThat(listing.changes().from(Instant.parse(shown).plus(overlap)))
                    .isEqualTo(before);
        }
        Instant after = Instant.parse("2026-10-25T02:00:00Z");
        assertThat(listing.changes().from(after.plus(overlap))).isEqualTo(after);
        assertThat(listing.changes().from(before.plus(overlap))).isEqualTo(before);
    }
}
