/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Column> FIELDS = List.of(
            column("id", ColumnType.TEXT),
            column("tier", ColumnType.INTEGER),
            column("latitude", ColumnType.DECIMAL),
            column("heated", ColumnType.BOOLEAN),
            column("seen", ColumnType.TIME),
            column("ports", ColumnType.OBJECTS));

    private static final String PLAIN =
            """
            "id": "/id", "tier": "/tier", "latitude": "/latitude", "heated": "/heated", "seen": "/seen", "ports": "/ports"
            """;

    @Test
    void readsEachTypeAndKeepsWhatNoColumnHas() throws Exception {
        Item.Read item = read(
                PLAIN,
                """
                {"more":{"a":[1.50,true,null,"x"]},"id":"C1","tier":3,"latitude":-23.5505,"heated":false,
                 "seen":"2026-11-21T02:00:00+01:00","ports":[{"vlan":7}],"note":"n"}""");
        assertThat(item.values())
                .containsExactly(
                        "C1",
                        3L,
                        -23.5505,
                        false,
                        new TimeValue("2026-11-21T02:00:00+01:00", Instant.parse("2026-11-21T01:00:00Z")),
                        "[{\"vlan\":7}]");
        assertThat(item.extra()).isEqualTo("{\"more\":{\"a\":[1.50,true,null,\"x\"]},\"note\":\"n\"}");
    }

    @Test
    void readsTextsOfAnyLengthThatAnAnswerMayHave() throws Exception {
        String note = "x".repeat(1_000_000);
        String ports = "[\"" + note + "\"]";
        Item.Read item = read(PLAIN, "{\"id\":\"a\",\"ports\":" + ports + ",\"note\":\"" + note + "\"}");
        assertThat(item.values()).endsWith(ports);
        assertThat(item.extra()).isEqualTo("{\"note\":\"" + note + "\"}");
    }

    @Test
    void convertsTypesIfNothingIsLost() throws Exception {
        assertThat(read(PLAIN, "{\"id\":4711,\"tier\":\" 3 \",\"latitude\":\"1e1\",\"heated\":\"TRUE\"}")
                        .values())
                .containsExactly("4711", 3L, 10.0, true, null, null);
        assertThat(read(PLAIN, "{\"id\":true,\"tier\":2.0,\"latitude\":7}").values())
                .startsWith("true", 2L, 7.0);
    }

    @Test
    void rejectsInvalidValuesAndNamesTheColumn() throws Exception {
        assertThat(aside("{\"id\":\"a\",\"tier\":2.5}"))
                .isEqualTo(new RejectedRow(
                        "a", new Problem("tier", "is not a whole number", "2.5 is not a whole number")));
        assertThat(aside("{\"id\":\"a\",\"tier\":2.5}").reason()).isEqualTo("tier: 2.5 is not a whole number");
        assertThat(aside("{\"tier\":\"3 m\",\"id\":\"a\"}").reason()).isEqualTo("tier: \"3 m\" is not a whole number");
        assertThat(aside("{\"id\":\"a\",\"tier\":12345678901234567890}").reason())
                .isEqualTo("tier: 12345678901234567890 is not a whole number");
        assertThat(aside("{\"id\":\"a\",\"latitude\":1e999}").reason()).isEqualTo("latitude: 1e999 is not a number");
        assertThat(aside("{\"id\":\"a\",\"heated\":1}").reason()).isEqualTo("heated: 1 is not true or false");
        assertThat(aside("{\"id\":\"a\",\"seen\":\"yesterday\"}").reason())
                .isEqualTo("seen: \"yesterday\" is not a time with an offset");
        assertThat(aside("{\"id\":\"a\",\"ports\":\"none\"}").reason()).isEqualTo("ports: \"none\" is not a list");
        assertThat(aside("{\"id\":\"a\",\"ports\":{\"b\":1}}").reason()).isEqualTo("ports: {\"b\":1} is not a list");
        assertThat(aside("{\"id\":\"a\",\"tier\":[1]}").reason()).isEqualTo("tier: [1] is not a whole number");
        assertThat(aside("7").reason()).isEqualTo("an item is a number, not an object");
        assertThat(aside("null").reason()).isEqualTo("an item is null, not an object");
    }

    @Test
    void hasNoKeyForAnItemWhoseKeyCanNotBeRead() throws Exception {
        for (String key : List.of("null", "\"\"", "\" \"", "[1]", "\"" + "k".repeat(256) + "\"", "1,\"id\":2")) {
            assertThat(aside("{\"tier\":\"x\",\"id\":" + key + ",\"heated\":7}").key())
                    .as(key)
                    .isNull();
        }
        assertThat(aside("{}").reason()).isEqualTo("id: the key is missing");
    }

    @Test
    void noticesAFieldThatIsThereTwiceWhereverItStands() throws Exception {
        assertThat(aside("{\"id\":\"a\",\"tier\":1,\"tier\":2}").reason()).isEqualTo("tier: it occurs twice");
        assertThat(aside("{\"id\":\"a\",\"b\":1,\"b\":2}").reason()).isEqualTo("b: it occurs twice");
        assertThat(aside("{\"id\":\"a\",\"b\":{\"c\":1,\"c\":2}}").reason()).isEqualTo("c: it occurs twice");
        assertThat(aside("{\"id\":\"a\",\"ports\":[{\"c\":1,\"c\":2}]}").reason())
                .isEqualTo("ports: c: it occurs twice");
    }

    @Test
    void readsNestedPlacesAndKeepsTheRestOfThem() throws Exception {
        Item.Read item = read(
                """
                "id": "/circuit/id", "tier": "/circuit/sla/tier", "latitude": "/places/1/lat", "heated": null,
                "seen": null, "ports": null
                """,
                """
                {"circuit":{"id":"C1","sla":{"tier":2,"name":"gold"},"x":1},"places":[{"lat":5},{"lat":7,"z":1}]}""");
        assertThat(item.values()).containsExactly("C1", 2L, 7.0, null, null, null);
        assertThat(item.extra())
                .isEqualTo(
                        """
                                {"circuit":{"sla":{"name":"gold"},"x":1},"places":[{"lat":5},{"lat":7,"z":1}]}""");
    }

    @Test
    void understandsHowTheVendorWrites() throws Exception {
        String columns =
                """
                "id": "/id",
                "tier": {"pointer": "/tier", "table": {"gold": "3", "silver": "2"}},
                "latitude": {"pointer": "/lat", "written": {"decimal": ",", "grouping": "."}},
                "heated": {"pointer": "/heated", "table": {"Y": "true", "N": "false"}},
                "seen": {"pointer": "/seen", "written": "epochMillis"},
                "ports": null,
                "made": {"pointer": "/made", "type": "time", "written": {"pattern": "dd/MM/yyyy HH:mm", "zone": "Europe/Brussels"}},
                "beam": {"pointer": "/rf/beam", "type": "integer", "whenMissing": {"take": "0"}}
                """;
        Item.Read item = read(
                columns,
                """
                {"id":"C1","tier":"gold","lat":"-1.023,5","heated":"Y","seen":1764547200123,"made":"21/11/2026 03:00",
                 "rf":{"band":"Ku"}}""");
        assertThat(item.values())
                .containsExactly(
                        "C1",
                        3L,
                        -1023.5,
                        true,
                        new TimeValue("2025-12-01T00:00:00.123Z", Instant.parse("2025-12-01T00:00:00.123Z")),
                        null);
        assertThat(item.extra()).isEqualTo("{\"rf\":{\"band\":\"Ku\"},\"made\":\"2026-11-21T02:00:00Z\",\"beam\":0}");
        assertThat(((RejectedRow) item(columns, "{\"id\":\"a\",\"seen\":\"now\"}")).reason())
                .isEqualTo("seen: \"now\" is not a time in milliseconds since 1970");
    }

    @Test
    void takesAnEmptyTextForAMissingValueWhereAnythingElseThanTextIsWanted() throws Exception {
        Item.Read item = read(
                PLAIN + ", \"note\": {\"pointer\": \"/note\", \"type\": \"text\"}",
                """
                        {"id":"C1","tier":"","latitude":" ","heated":"","seen":"","ports":"","note":""}""");
        assertThat(item.values()).containsExactly("C1", null, null, null, null, null);
        assertThat(item.extra()).as("an empty text is a text").isEqualTo("{\"note\":\"\"}");
    }

    @Test
    void takesForMissingWhatTheProfileSaysAndNothingElse() throws Exception {
        String columns = PLAIN.replace("\"/tier\"", "{\"pointer\": \"/tier\", \"missing\": [\"N/A\", \"-1\"]}")
                .replace(
                        "\"/seen\"",
                        """
                                {"pointer": "/seen", "missing": ["", "0000-00-00"], "whenMissing": "refuse"}""")
                .replace("\"/heated\"", "{\"pointer\": \"/heated\", \"table\": {\"\": \"false\"}}");
        String seen = "\"seen\":\"2026-11-21T02:00:00Z\"";
        for (String none : List.of("\"N/A\"", "-1", "\" N/A \"")) {
            assertThat(read(columns, "{\"id\":\"a\",\"tier\":" + none + ",\"heated\":\"\"," + seen + "}")
                            .values())
                    .as(none)
                    .startsWith("a", null, null, false);
        }
        assertThat(((RejectedRow) item(columns, "{\"id\":\"a\",\"tier\":\"\"," + seen + "}")).reason())
                .as("it is not in the list")
                .isEqualTo("tier: \"\" is not a whole number");
        assertThat(((RejectedRow) item(columns, "{\"id\":\"a\",\"seen\":\"0000-00-00\"}")).reason())
                .isEqualTo("seen: it is missing");
        String texts = PLAIN.replace("\"/id\"", "{\"pointer\": \"/id\", \"missing\": [\"none\"]}");
        assertThat(((RejectedRow) item(texts, "{\"id\":\"none\"}")).reason()).isEqualTo("id: the key is missing");
        assertThat(read(texts, "{\"id\":\" none\"}").values())
                .as("blanks belong to a text")
                .startsWith(" none");
    }

    @Test
    void readsAnEmptyTextInTheFormOfTheVendorsOwnAsMissing() throws Exception {
        String columns =
                """
                "id": "/id", "tier": "/tier", "latitude": {"pointer": "/lat", "written": {"decimal": ","}}, "heated": null,
                "seen": {"pointer": "/seen", "written": "epochSeconds"}, "ports": null,
                "made": {"pointer": "/made", "type": "time", "written": {"pattern": "dd/MM/yyyy HH:mm", "zone": "UTC"}}
                """;
        Item.Read item = read(columns, "{\"id\":\"C1\",\"lat\":\"\",\"seen\":\"\",\"made\":\" \"}");
        assertThat(item.values()).containsExactly("C1", null, null, null, null, null);
        assertThat(item.extra()).isNull();
    }

    @Test
    void setsAsideMillisecondsThatAreTakenForSeconds() throws Exception {
        String columns = PLAIN.replace("\"/seen\"", "{\"pointer\": \"/seen\", \"written\": \"epochSeconds\"}");
        Item read = item(columns, "{\"id\":\"a\",\"seen\":1764547200123}");
        assertThat(((RejectedRow) read).reason()).startsWith("seen: ");
        assertThat(item(columns, "{\"id\":\"a\",\"seen\":253402300799}")).isInstanceOf(Item.Read.class);
    }

    @Test
    void setsAsideANumberBeyondAllReckoningAtOnce() throws Exception {
        String columns = PLAIN.replace("\"/seen\"", "{\"pointer\": \"/seen\", \"written\": \"epochSeconds\"}");
        for (String number : List.of(
                "1e99999999", "1e-99999999", "\"1e99999999\"", "1e99999999999", "\"" + "9".repeat(500_000) + "\"")) {
            for (String field : List.of("seen", "tier")) {
                String item = "{\"id\":\"a\",\"" + field + "\":" + number + "}";
                Item read = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> item(columns, item));
                assertThat(((RejectedRow) read).reason())
                        .as(item.substring(0, 20))
                        .startsWith(field + ": ");
            }
        }
        assertThat(((RejectedRow) item(PLAIN, "{\"id\":\"a\",\"note\":{\"big\":1e99999999999}}")).reason())
                .isEqualTo("big: its exponent is too large");
    }

    @Test
    void readsValuesInNestedLists() throws Exception {
        Item.Read item = read(
                """
                "id": "/id", "tier": "/cf/0/values/1", "latitude": "/grid/1/0", "heated": null, "seen": null, "ports": null
                """,
                """
                        {"id":"C1","cf":[{"values":["x","7"]}],"grid":[[1,2],[3.5,4]]}""");
        assertThat(item.values()).startsWith("C1", 7L, 3.5);
        assertThat(item.extra()).isEqualTo("{\"cf\":[{\"values\":[\"x\",\"7\"]}],\"grid\":[[1,2],[3.5,4]]}");
    }

    @Test
    void neverShowsHalfOfACharacter() throws Exception {
        String text = "x".repeat(78) + "\ud83d\ude00".repeat(10);
        String reason = aside("{\"id\":\"a\",\"tier\":\"" + text + "\"}").reason();
        assertThat(reason.getBytes(StandardCharsets.UTF_8))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(reason);
        assertThat(reason).endsWith("… is not a whole number");
    }

    @Test
    void setsAsideWhereTheProfileDoesNotAllowAValueToBeMissing() throws Exception {
        String columns = PLAIN.replace("\"/tier\"", "{\"pointer\": \"/tier\", \"whenMissing\": \"refuse\"}");
        assertThat(item(columns, "{\"id\":\"a\",\"tier\":null}"))
                .isEqualTo(new RejectedRow("a", Problem.of("tier", "it is missing")));
    }

    @Test
    void talliesReturnedFieldsAndTheirKinds() throws Exception {
        ItemReader reader = reader(PLAIN);
        FieldTally tally = reader.tally();
        for (String item : List.of(
                "{\"id\":\"a\",\"tier\":3,\"note\":\"n\"}",
                "{\"id\":\"b\",\"tier\":\"4\"}",
                "{\"id\":\"c\",\"tier\":null}")) {
            read(reader, item, tally);
        }
        FieldTally both = reader.tally();
        both.add(tally);
        both.add(tally);
        assertThat(both.items()).isEqualTo(6);
        assertThat(both.told(1)).isEqualTo(6);
        assertThat(both.count(1, JsonKind.NUMBER)).isEqualTo(2);
        assertThat(both.count(1, JsonKind.TEXT)).isEqualTo(2);
        assertThat(both.sample(1, JsonKind.TEXT)).contains("4");
        assertThat(both.told(2)).isZero();
        assertThat(both.unknown()).containsExactly(Map.entry("note", new FieldTally.Unknown(2, "\"n\"")));
    }

    @Test
    void readsMembersInAnyOrder() throws Exception {
        ItemReader reader = reader(PLAIN);
        FieldTally tally = reader.tally();
        List<List<Object>> read = new ArrayList<>();
        for (String item : List.of(
                "{\"id\":\"a\",\"tier\":1,\"latitude\":1.5,\"heated\":true}",
                "{\"id\":\"b\",\"latitude\":2.5,\"heated\":true,\"tier\":2}",
                "{\"heated\":true,\"latitude\":3.5,\"tier\":3,\"id\":\"c\"}",
                """
                        {"note":1,"id":"d","x":{"id":9},"tier":4,"latitude":4.5,"more":2,"heated":true}""",
                "{\"tier\":5,\"heated\":true,\"id\":\"e\",\"latitude\":5.5}")) {
            read.add(((Item.Read) read(reader, item, tally)).values().subList(0, 4));
        }
        assertThat(read)
                .containsExactly(
                        List.of("a", 1L, 1.5, true),
                        List.of("b", 2L, 2.5, true),
                        List.of("c", 3L, 3.5, true),
                        List.of("d", 4L, 4.5, true),
                        List.of("e", 5L, 5.5, true));
        Item twice = read(reader, "{\"id\":\"f\",\"tier\":1,\"tier\":2}", tally);
        assertThat(twice).isEqualTo(new RejectedRow("f", Problem.of("tier", "it occurs twice")));
        assertThat(tally.told(1)).isEqualTo(7);
        assertThat(tally.unknown()).containsOnlyKeys("note", "x", "more");
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, false);
    }

    private static Item.Read read(String columns, String json) throws Exception {
        return (Item.Read) item(columns, json);
    }

    private static RejectedRow aside(String json) throws Exception {
        return (RejectedRow) item(PLAIN, json);
    }

    private static Item item(String columns, String json) throws Exception {
        ItemReader reader = reader(columns);
        return read(reader, json, reader.tally());
    }

    private static Item read(ItemReader reader, String json, FieldTally tally) throws Exception {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            Item item = reader.read(parser, null, tally);
            assertThat(parser.nextToken()).as("left on its end").isNull();
            return item;
        }
    }

    private static ItemReader reader(String columns) throws Exception {
        String profile =
                """
                {"vocabulary": 1, "name": "v", "version": 1, "auth": {"type": "basic"}, "errors": {},
                 "listings": {"things": {"path": "/things", "paging": {"style": "next"}, "itemsPointer": "/items",
                  "key": "id", "columns": {%s}}}}
                """
                        .formatted(columns);
        ItemsProfile items = ProfileReader.read(
                        new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8)),
                        "test",
                        new ProfileNeeds(Set.of(), Map.of("things", new ListingNeeds(FIELDS, "id")), Map.of()))
                .listings()
                .get("things")
                .items();
        return new ItemReader(items);
    }
}
