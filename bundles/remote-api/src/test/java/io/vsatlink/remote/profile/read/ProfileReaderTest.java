/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import static io.vsatlink.remote.profile.read.SampleProfile.read;
import static io.vsatlink.remote.profile.read.SampleProfile.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileReaderTest {
    @Test
    void readsAProfileWithItsDefaults() throws Exception {
        VendorProfile profile = read(text());

        assertThat(profile.name()).isEqualTo("satellite-provisioning");
        assertThat(profile.sendsCorrelationId()).isTrue();
        JsonNode body = ((AuthProfile.Login) profile.auth()).request().body();
        assertThat(Placeholders.fill(body, Map.of("username", "u", "password", "${username}"))
                        .toString())
                .isEqualTo("{\"username\":\"u\",\"password\":\"${username}\",\"realm\":\"ops\"}");
        ListingProfile circuits = profile.listings().get("circuits");
        assertThat(circuits.items().pointer()).isEqualTo("/items");
        assertThat(circuits.paging().facts().totalPointer()).isEqualTo("/totalItems");
        assertThat(circuits.items().columns())
                .extracting(ColumnProfile::place)
                .containsExactly("/circuitId", "/state/name");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesThePlaceOfAMistake(String right, String wrong, String message) throws Exception {
        String broken = text().replace(right, wrong);
        assertThat(broken).isNotEqualTo(text());

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("vendor.json")
                .hasMessageContaining(message);
    }

    @Test
    void namesAllMistakesThatDoNotFollowFromEachOther() throws Exception {
        String broken = text().replace("\"path\": \"/circuits\"", "\"path\": \"/circuits\", \"page\": 1")
                .replace("\"/circuitId\"", "\"circuitId\"")
                .replace("\"/state/name\"", "7");
        assertThatThrownBy(() -> read(broken))
                .hasMessageEndingWith("(and 1 more mistake)")
                .asInstanceOf(InstanceOfAssertFactories.type(ProfileException.class))
                .extracting(ProfileException::mistakes)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactly(
                        "vendor.json, line 43: /listings/circuits/columns/circuitId must be a JSON pointer such as /a/b, not \"circuitId\"",
                        "vendor.json, line 43: /listings/circuits/columns/status must be a text that is not blank");
    }

    @Test
    void namesMistakesOfTheShapeAndOfWhatAnElementNeedsTogether() throws Exception {
        String broken = text().replace("\"path\": \"/login\"", "\"path\": \"login\"")
                .replace("Bearer ${token}", "Bearer ${tokn}")
                .replace("\"/circuitId\", \"status\"", "\"circuitId\", \"state\"");
        assertThatThrownBy(() -> read(broken))
                .asInstanceOf(InstanceOfAssertFactories.type(ProfileException.class))
                .extracting(ProfileException::mistakes)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactly(
                        "vendor.json, line 10: /auth/path must be a path that begins with / and has no query, not \"login\"",
                        "vendor.json, line 43: /listings/circuits/columns/circuitId must be a JSON pointer such as /a/b, not \"circuitId\"",
                        "vendor.json, line 16: /auth/token/headerValue holds ${tokn}; known here: [token]",
                        "vendor.json, line 43: /listings/circuits/columns/status is missing; give its pointer, or null if the vendor does not have it",
                        "vendor.json, line 43: /listings/circuits/columns/state is not a known column; to add it, write {\"pointer\": …, \"type\": …} with one of the types text, integer, decimal, boolean, time, objects");
    }

    @Test
    void whatIsNullIsTakenAsLeftOut() throws Exception {
        assertThat(read(text().replace("\"type\": \"login\"", "\"type\": \"login\", \"basic\": null")
                        .replace("\"key\": \"circuitId\"", "\"key\": \"circuitId\", \"paging\": null")))
                .isEqualTo(read(text()));
        assertThatThrownBy(() -> read(text().replace("\"method\": \"POST\"", "\"method\": null")))
                .hasMessage("vendor.json, line 9: /auth/method is missing; it must be a text that is not blank");
    }

    @Test
    void refusesValuesOtherThanObjects() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("the whole document must be an object");
        assertThatThrownBy(() -> read("{} {}")).isInstanceOf(ProfileException.class);
    }

    /** Mistakes that the published schema detects are also checked against the schema. */
    private static List<Arguments> mistakes() throws IOException {
        return SampleProfile.cells().stream()
                .map(cells -> Arguments.of(cells[0], cells[1], cells[2]))
                .toList();
    }
}
