package io.vsatlink.satprov.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.vendor.profile.ListingProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowMapperTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyColumnOfEveryDatasetHasItsPlaceInTheBuiltInProfile() {
        ListingProfile devices = BuiltInProfile.read().listings().get("devices");
        assertThatThrownBy(() -> new RowMapper(Dataset.CIRCUITS, devices))
                .hasMessageContaining("circuits")
                .hasMessageContaining("vCircuitId");
        for (Dataset dataset : Dataset.values()) {
            mapper(dataset);
        }
    }

    @Test
    void keepsValuesByTypeAndUnknownFieldsAsExtra() throws Exception {
        Row row = mapped(
                Dataset.LOCATIONS,
                """
                {"locationId":"L-1","city":"São Paulo","latitude":-23.5505,"country":null,"streetAddress1":"",
                 "lastModified":"2026-11-21T02:00:00+01:00","portalNote":"x","tags":["a"],"riskScore":3}""");
        assertThat(row.key()).isEqualTo("L-1");
        assertThat(row.get("city")).isEqualTo("São Paulo");
        assertThat(row.get("latitude")).isEqualTo(-23.5505);
        assertThat(row.get("country")).isNull();
        assertThat(row.get("longitude")).isNull();
        assertThat(row.get("streetAddress1")).isEqualTo("");
        assertThat(row.get("lastModified")).isEqualTo(TimeValue.parse("2026-11-21T02:00:00+01:00"));
        assertThat(JSON.readTree(row.extraJson()))
                .isEqualTo(JSON.readTree("{\"portalNote\":\"x\",\"tags\":[\"a\"],\"riskScore\":3}"));
    }

    @Test
    void takesAnotherTypeWhereNothingIsLost() throws Exception {
        Row row = mapped(Dataset.CIRCUITS, "{\"circuitId\":4711,\"serviceTier\":\"3\",\"nms\":true}");
        assertThat(row.key()).isEqualTo("4711");
        assertThat(row.get("serviceTier")).isEqualTo(3L);
        assertThat(row.get("nms")).isEqualTo("true");
        assertThat(mapped(Dataset.CIRCUITS, "{\"circuitId\":\"a\",\"serviceTier\":2.0}")
                        .get("serviceTier"))
                .isEqualTo(2L);
        assertThat(mapped(Dataset.DEVICES, "{\"deviceId\":\"d\",\"isDeIce\":\"TRUE\",\"interfaces\":[]}")
                        .get("isDeIce"))
                .isEqualTo(true);
    }

    @Test
    void setsARowAsideWhoseValueCanNotBeTakenAndSaysWhich() throws Exception {
        assertThat(setAside(Dataset.CIRCUITS, "{\"circuitId\":\"a\",\"serviceTier\":2.5}"))
                .isEqualTo(new MappedItem.SetAside("a", "serviceTier: 2.5 is not a whole number"));
        assertThat(setAside(Dataset.CIRCUITS, "{\"serviceTier\":\"3 m\",\"circuitId\":\"a\"}")
                        .reason())
                .isEqualTo("serviceTier: \"3 m\" is not a whole number");
        assertThat(setAside(Dataset.DEVICES, "{\"deviceId\":\"a\",\"interfaces\":\"none\"}")
                        .reason())
                .isEqualTo("interfaces: \"none\" is not a list");
        assertThat(setAside(Dataset.DEVICES, "{\"deviceId\":\"a\",\"lastModified\":\"yesterday\"}")
                        .reason())
                .isEqualTo("lastModified: \"yesterday\" is not a time with an offset");
        assertThat(setAside(
                                Dataset.CIRCUITS,
                                "{\"circuitId\":\"a\",\"nms\":\"" + "x".repeat(Column.MAX_TEXT + 1) + "\"}")
                        .reason())
                .contains("nms: the text is 32673 characters long");
    }

    @Test
    void setsARowAsideThatNoStoreCouldKeep() throws Exception {
        String longer = "x".repeat(Column.MAX_KEY + 1);
        assertThat(setAside(Dataset.DEVICES, "{\"deviceId\":\"d\",\"circuitId\":\"" + longer + "\"}")
                        .reason())
                .contains("circuitId");
        assertThat(setAside(Dataset.CIRCUITS, "{\"circuitId\":\"a\\u0001\"}").reason())
                .contains("circuitId");
    }

    @Test
    void hasNoKeyForARowWhoseKeyCanNotBeRead() throws Exception {
        for (String key : new String[] {"null", "\"\"", "\" \"", "[1]", "\"" + "k".repeat(256) + "\""}) {
            assertThat(setAside(Dataset.CIRCUITS, "{\"circuitId\":" + key + "}").key())
                    .isNull();
        }
        assertThat(setAside(Dataset.CIRCUITS, "{}").reason()).isEqualTo("circuitId: the key is missing");
        assertThat(setAside(Dataset.CIRCUITS, "7").reason()).contains("not an object");
    }

    private static RowMapper mapper(Dataset dataset) {
        Map<String, ListingProfile> listings = BuiltInProfile.read().listings();
        return new RowMapper(dataset, listings.get(dataset.key()));
    }

    private static MappedItem map(Dataset dataset, String json) throws JsonProcessingException {
        return mapper(dataset).map(JSON.readTree(json), null, new FieldsTold());
    }

    private static Row mapped(Dataset dataset, String json) throws JsonProcessingException {
        return ((MappedItem.Mapped) map(dataset, json)).row();
    }

    private static MappedItem.SetAside setAside(Dataset dataset, String json) throws JsonProcessingException {
        return (MappedItem.SetAside) map(dataset, json);
    }
}
