/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of vocabulary 2, whose values are selected, chosen, joined and cleaned. */
class SelectedValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Column> FIELDS = List.of(
            new Column("id", ColumnType.TEXT, false),
            new Column("tier", ColumnType.INTEGER, false),
            new Column("note", ColumnType.TEXT, false));

    private static final String TIER = "\"id\": \"/id\", \"tier\": \"/characteristic[name=tier]/value\"";

    @Test
    void anElementIsSelectedByAMemberWhereverItStands() throws Exception {
        for (String list : List.of(
                "[{\"name\":\"tier\",\"value\":3},{\"name\":\"nms\",\"value\":\"N\"}]",
                "[{\"value\":\"N\",\"name\":\"nms\"},{\"value\":3,\"name\":\"tier\"}]")) {
            Item.Read item = read(TIER, "{\"id\":\"C1\",\"characteristic\":" + list + "}");
            assertThat(item.values()).containsExactly("C1", 3L, null);
            assertThat(JSON.readTree(item.extra()).at("/characteristic").size()).isEqualTo(1);
            assertThat(JSON.readTree(item.extra()).at("/characteristic/0/value").textValue())
                    .isEqualTo("N");
        }
    }

    @Test
    void nothingOfASelectedElementIsLost() throws Exception {
        String element = "{\"unit\":\"class\",\"name\":\"tier\",\"value\":3,\"since\":[1]}";
        Item.Read item = read(TIER, "{\"id\":\"C1\",\"characteristic\":[" + element + ",7,null]}");
        assertThat(item.values()).containsExactly("C1", 3L, null);
        assertThat(JSON.readTree(item.extra()))
                .isEqualTo(JSON.readTree(
                        "{\"characteristic\":[{\"unit\":\"class\",\"since\":[1],\"name\":\"tier\"},7,null]}"));
    }

    @Test
    void aListWithNothingLeftOverIsNotKept() throws Exception {
        assertThat(read(TIER, "{\"id\":\"C1\",\"characteristic\":[{\"name\":\"tier\",\"value\":3}]}")
                        .extra())
                .isNull();
        assertThat(read(TIER, "{\"id\":\"C1\",\"characteristic\":[]}").extra()).isNull();
        assertThat(read(TIER, "{\"id\":\"C1\",\"characteristic\":null}").values())
                .containsExactly("C1", null, null);
        assertThat(read(TIER, "{\"id\":\"C1\",\"characteristic\":\"none\"}").extra())
                .isEqualTo("{\"characteristic\":\"none\"}");
    }

    @Test
    void twoElementsThatMatchMustAgree() throws Exception {
        String one = "{\"name\":\"tier\",\"value\":3}";
        assertThat(read(TIER, "{\"id\":\"C1\",\"characteristic\":[" + one + "," + one + "]}")
                        .values())
                .contains(3L);
        RejectedRow aside =
                aside(TIER, "{\"id\":\"C1\",\"characteristic\":[" + one + ",{\"name\":\"tier\",\"value\":4}]}");
        assertThat(aside.reason()).isEqualTo("tier: several elements match, with different values");
        assertThat(aside(TIER, "{\"id\":\"C1\",\"characteristic\":[{\"name\":\"tier\",\"value\":null}," + one + "]}")
                        .reason())
                .contains("several elements match");
    }

    @Test
    void aMemberOfAnElementThatOccursTwiceIsNoticed() throws Exception {
        assertThat(aside(TIER, "{\"id\":\"C1\",\"characteristic\":[{\"name\":\"other\",\"value\":1,\"value\":2}]}")
                        .reason())
                .isEqualTo("value: it occurs twice");
        assertThat(aside(TIER, "{\"id\":\"C1\",\"characteristic\":[{\"name\":\"tier\",\"value\":1,\"value\":2}]}")
                        .reason())
                .contains("several elements match");
    }

    @Test
    void selectionsNestAndMixWithNumbers() throws Exception {
        String columns =
                """
                "id": "/id", "tier": "/sla/0/levels/[kind=tier]/value/number",
                "note": "/parties/[role=owner]/contacts/[type=mail]/address"
                """;
        Item.Read item = read(
                columns,
                """
                {"id":"C1","sla":[{"levels":[{"kind":"x"},{"kind":"tier","value":{"number":"2","unit":"u"}}]}],
                 "parties":[{"role":"payer","contacts":[{"type":"mail","address":"p"}]},
                            {"role":"owner","contacts":[{"type":"phone","address":"1"},{"address":"o","type":"mail"}]}]}""");
        assertThat(item.values()).containsExactly("C1", 2L, "o");
        assertThat(item.extra())
                .contains("\"unit\":\"u\"")
                .contains("\"payer\"")
                .contains("\"phone\"");
    }

    @Test
    void aSelectingMemberMayBeANumber() throws Exception {
        assertThat(read(
                                "\"id\": \"/id\", \"tier\": \"/custom_fields/[id=7]/value\"",
                                "{\"id\":\"C1\",\"custom_fields\":[{\"id\":8,\"value\":1},{\"id\":7,\"value\":\"4\"}]}")
                        .values())
                .contains(4L);
    }

    @Test
    void everyElementGivesOneText() throws Exception {
        String columns = "\"id\": \"/id\", \"note\": {\"pointer\": \"/tags/[*]/name\", \"list\": \"; \"}";
        assertThat(read(
                                columns,
                                "{\"id\":\"C1\",\"tags\":[{\"name\":\"a\"},{\"x\":1},{\"name\":null},{\"name\":\"b\"}]}")
                        .values())
                .containsExactly("C1", null, "a; b");
        assertThat(read(columns, "{\"id\":\"C1\",\"tags\":[]}").values()).containsExactly("C1", null, null);
    }

    @Test
    void aListOfTextsIsOneText() throws Exception {
        String columns = "\"id\": \"/id\", \"note\": {\"pointer\": \"/tags\", \"list\": \", \", \"case\": \"upper\"}";
        assertThat(read(columns, "{\"id\":\"C1\",\"tags\":[\"a\",2,null,true]}").values())
                .containsExactly("C1", null, "A, 2, TRUE");
        assertThat(read(columns, "{\"id\":\"C1\",\"tags\":\"a\"}").values()).contains("A");
        assertThat(aside(columns, "{\"id\":\"C1\",\"tags\":[{}]}").reason()).isEqualTo("note: {} is not text");
    }

    @Test
    void theFirstPlaceWithAValueCounts() throws Exception {
        String columns =
                "\"id\": \"/id\", \"tier\": {\"firstOf\": [\"/tier\", \"/sla/tier\", \"/legacy\"], \"missing\": [\"-\"]}";
        assertThat(read(columns, "{\"id\":\"C1\",\"legacy\":3,\"sla\":{\"tier\":2},\"tier\":null}")
                        .values())
                .contains(2L);
        assertThat(read(columns, "{\"id\":\"C1\",\"legacy\":3,\"tier\":\"-\"}").values())
                .contains(3L);
        assertThat(read(columns, "{\"id\":\"C1\"}").values()).containsExactly("C1", null, null);
        assertThat(aside(columns, "{\"id\":\"C1\",\"tier\":\"high\",\"legacy\":3}")
                        .reason())
                .isEqualTo("tier: \"high\" is not a whole number");
    }

    @Test
    void aKeyIsJoinedOfSeveralFields() throws Exception {
        String columns = "\"id\": {\"join\": {\"pointers\": [\"/site\", \"/device/number\"], \"with\": \"-\"}}";
        for (String blank : List.of("\"\"", "\" \"", "null")) {
            assertThat(aside(columns, "{\"site\":\"S\",\"device\":{\"number\":" + blank + "}}")
                            .reason())
                    .isEqualTo("id: the key is missing");
        }
        assertThat(read(columns, "{\"device\":{\"number\":7},\"site\":\"ANR\"}").values())
                .startsWith("ANR-7");
        RejectedRow aside = aside(columns, "{\"device\":{\"number\":\"\"},\"site\":\"ANR\"}");
        assertThat(aside.key()).isNull();
        assertThat(aside.reason()).contains("the key is missing");
    }

    /** Otherwise nobody would notice that the vendor no longer returns it. */
    @Test
    void aColumnOfSeveralValuesCountsAsReturnedOnlyIfOneOfThemIs() throws Exception {
        ItemReader reader = reader(
                "",
                "\"id\": \"/id\", \"tier\": {\"firstOf\": [\"/a\", \"/b\"]}, \"note\": {\"join\": {\"pointers\": [\"/c\", \"/d\"]}}");
        FieldTally told = reader.tally();
        for (String item : List.of("{\"id\":\"C1\"}", "{\"id\":\"C2\",\"b\":null,\"d\":\"x\"}")) {
            try (JsonParser parser = JSON.createParser(item)) {
                parser.nextToken();
                assertThat(reader.read(parser, null, told)).isInstanceOf(Item.Read.class);
            }
        }
        assertThat(told.told(1)).as("tier").isEqualTo(1);
        assertThat(told.told(2)).as("note").isEqualTo(1);
    }

    @Test
    void aConstantIsTheSameForAll() throws Exception {
        assertThat(read("\"id\": \"/id\", \"tier\": {\"constant\": \"4\"}", "{\"id\":\"C1\"}")
                        .values())
                .containsExactly("C1", 4L, null);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"trim\": true', ' a b ', 'a b'",
        "'\"split\": {\"by\": \"/\", \"part\": 0}', '10.1.2.3/24', '10.1.2.3'",
        "'\"split\": {\"by\": \"/\", \"part\": -1}', '10.1.2.3/24', '24'",
        "'\"split\": {\"by\": \"/\", \"part\": 2}', '10.1.2.3/24', ",
        "'\"split\": {\"by\": \"/\", \"part\": -3}', '10.1.2.3/24', ",
        "'\"split\": {\"by\": \" - \", \"part\": 1}, \"trim\": true', ' a - b ', 'b'",
        "'\"case\": \"lower\"', 'ÄB', 'äb'",
        "'\"table\": {\"UP\": \"up\"}, \"case\": \"upper\"', 'Up', 'up'",
        "'\"table\": {\"UP\": \"up\"}, \"otherwise\": \"unknown\"', 'gone', 'unknown'",
        "'\"table\": {\"UP\": \"up\"}, \"otherwise\": \"unknown\", \"missing\": [\"-\"]', '-', ",
        "'\"missing\": [\"N/A\"], \"trim\": true', ' N/A', ",
    })
    void aTextIsCleanedBeforeItIsRead(String members, String received, String expected) throws Exception {
        Item.Read item = read(
                "\"id\": \"/id\", \"note\": {\"pointer\": \"/note\", " + members + "}",
                JSON.writeValueAsString(Map.of("id", "C1", "note", received)));
        assertThat(item.values()).containsExactly("C1", null, expected);
    }

    @Test
    void theProfileSaysForAllColumnsWhichTextsAreNoValue() throws Exception {
        ItemReader reader = reader(
                "\"missing\": [\"\", \"N/A\", \"0001-01-01\"],",
                "\"id\": \"/id\", \"tier\": \"/tier\", \"note\": {\"pointer\": \"/note\", \"missing\": [\"x\"]}");
        Item.Read item = (Item.Read) read(reader, "{\"id\":\"C1\",\"tier\":\"N/A\",\"note\":\"\"}");
        assertThat(item.values()).containsExactly("C1", null, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"/id\", \"tier\": \"/c/[name=tier]\" | /columns/tier must continue after the selection",
                "\"id\": \"/id\", \"note\": \"/tags/[*]/name\" | /columns/note has [*] in its pointer and needs list",
                "\"id\": \"/id\", \"tier\": {\"pointer\": \"/t\", \"list\": \",\"} | /columns/tier/list is allowed for text only",
                "\"id\": \"/id\", \"tier\": {\"pointer\": \"/t\", \"constant\": \"1\"} | /columns/tier/pointer and constant exclude each other",
                "\"id\": \"/id\", \"tier\": {\"firstOf\": []} | /columns/tier/firstOf must have at least one pointer",
                "\"id\": \"/id\", \"tier\": {\"pointer\": \"/t\", \"otherwise\": \"1\"} | /columns/tier/otherwise needs a table",
                "\"id\": \"/id\", \"tier\": \"/a\", \"note\": \"/a/b\" | /columns/note stands within /a, which is tier",
            })
    void aMistakeIsNamedWithItsPlace(String columns, String sentence) {
        assertThat(mistake(columns)).contains(sentence);
    }

    private static String mistake(String columns) {
        try {
            reader("", columns);
            return "";
        } catch (ProfileException e) {
            return e.getMessage();
        }
    }

    private static Item.Read read(String columns, String item) throws Exception {
        return (Item.Read) read(reader("", columns), item);
    }

    private static RejectedRow aside(String columns, String item) throws Exception {
        return (RejectedRow) read(reader("", columns), item);
    }

    private static Item read(ItemReader reader, String item) throws Exception {
        try (JsonParser parser = JSON.createParser(item)) {
            parser.nextToken();
            Item read = reader.read(parser, null, reader.tally());
            assertThat(parser.nextToken()).isNull();
            return read;
        }
    }

    private static ItemReader reader(String top, String columns) throws ProfileException {
        String profile =
                """
                {"vocabulary": 2, "name": "lab", "version": 1, "others": null, %s "auth": {"type": "basic"}, "errors": {},
                 "listings": {"rows": {"path": "/rows", "key": "id", "itemsPointer": "",
                   "paging": {"style": "page", "pageParameter": "p", "firstPage": 1}, "columns": {%s}}}}"""
                        .formatted(top, columns);
        ProfileNeeds needs = new ProfileNeeds(Set.of(), Map.of("rows", new ListingNeeds(FIELDS, "id")), Map.of());
        ItemsProfile items = ProfileReader.read(
                        new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8)), "lab.json", needs)
                .listings()
                .get("rows")
                .items();
        return new ItemReader(items);
    }
}
