/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.element.AddedColumns.Split;
import io.vsatlink.api.store.Rows;
import io.vsatlink.kit.sync.RowMapper;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProfileColumnsTest {

    @Test
    void theBuiltInProfileAddsNothingAndExtraStaysAsItIs() {
        ItemsProfile items =
                SatprovProfile.BUILT_IN.read().listings().get("circuits").items();
        AddedColumns none = ProfileColumns.of(items.added());

        assertThat(none).isSameAs(AddedColumns.NONE);
        assertThat(none.split("{ \"a\" : 1 }").rest()).isEqualTo("{ \"a\" : 1 }");
        assertThat(none.split(null).rest()).isNull();
    }

    @Test
    void whatTheMapperKeptComesBackWithItsType() throws Exception {
        ItemsProfile items = profile(
                """
                "beam": {"pointer": "/rf/beam", "type": "text"},
                "power": {"pointer": "/rf/power", "type": "decimal"},
                "slot": {"pointer": "/slot", "type": "integer"},
                "spare": {"pointer": "/spare", "type": "boolean"},
                "made": {"pointer": "/made", "type": "time", "written": "epochMillis"},
                "ports": {"pointer": "/ports", "type": "objects"}""");
        AddedColumns added = ProfileColumns.of(items.added());
        String extra = extra(
                items,
                """
                {"circuitId":"C1","rf":{"beam":"B\\"7","power":2,"band":"Ku"},"slot":9,"spare":false,"made":1764547200123,
                 "ports":[{"vlan":1.50}],"note":1.50}""");

        assertThat(added.columns())
                .extracting(Column::name)
                .containsExactly("beam", "power", "slot", "spare", "made", "ports");
        Split split = added.split(extra);
        assertThat(split.values())
                .containsExactly("B\"7", 2.0, 9L, false, Rows.time("2025-12-01T00:00:00.123Z"), "[{\"vlan\":1.50}]");
        assertThat(split.rest()).isEqualTo("{\"rf\":{\"band\":\"Ku\"},\"note\":1.50}");
    }

    @Test
    void nothingIsLeftWhereAllWasTakenAndNothingIsTakenWhereNothingIsThere() throws Exception {
        AddedColumns added = ProfileColumns.of(profile("\"beam\": {\"pointer\": \"/beam\", \"type\": \"text\"}")
                .added());

        assertThat(added.split("{\"beam\":\"B7\"}")).isEqualTo(new Split(Arrays.asList("B7"), null));
        assertThat(added.split(null)).isEqualTo(new Split(Arrays.asList((Object) null), null));
        assertThat(added.split("{ \"x\" : 1 }")).isEqualTo(new Split(Arrays.asList((Object) null), "{ \"x\" : 1 }"));
    }

    @Test
    void aValueOfAnotherTypeStaysInTheRest() throws Exception {
        AddedColumns added = ProfileColumns.of(profile("\"slot\": {\"pointer\": \"/slot\", \"type\": \"integer\"},"
                        + " \"made\": {\"pointer\": \"/made\", \"type\": \"time\"}")
                .added());

        assertThat(added.split("{\"slot\":\"nine\",\"made\":\"then\"}"))
                .isEqualTo(new Split(Arrays.asList(null, null), "{\"slot\":\"nine\",\"made\":\"then\"}"));
        assertThat(added.columns().get(0)).isEqualTo(new Column("slot", ColumnType.INTEGER, false));
    }

    /** What a row of the mapper's has as extra. */
    private static String extra(ItemsProfile items, String json) throws Exception {
        RowMapper mapper = new RowMapper(Dataset.CIRCUITS, items);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return mapper.map(parser, null, mapper.tally(), bad -> {})
                    .orElseThrow()
                    .extraJson();
        }
    }

    private static ItemsProfile profile(String columns) throws Exception {
        String text;
        try (InputStream in = SatprovProfile.class.getResourceAsStream("satellite-provisioning.json")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String more = text.replaceFirst("\"circuitId\": \"/circuitId\",", "$0 " + columns.replace("\\", "\\\\") + ",");
        return ProfileReader.read(
                        new ByteArrayInputStream(more.getBytes(StandardCharsets.UTF_8)),
                        "test",
                        SatprovProfile.BUILT_IN.needs())
                .listings()
                .get("circuits")
                .items();
    }
}
