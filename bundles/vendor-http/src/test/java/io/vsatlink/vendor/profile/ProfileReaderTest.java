package io.vsatlink.vendor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.vendor.profile.ProfileNeeds.ListingNeeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
    private static final ProfileNeeds NEEDS = new ProfileNeeds(
            Set.of(),
            Map.of(
                    "circuits",
                    new ListingNeeds(
                            List.of(
                                    new Column("circuitId", ColumnType.TEXT, false),
                                    new Column("status", ColumnType.TEXT, false)),
                            "circuitId")),
            Map.of());

    @Test
    void readsAProfileWithItsDefaults() throws Exception {
        VendorProfile profile = read(text());

        assertThat(profile.name()).isEqualTo("satellite-provisioning");
        assertThat(profile.sendsCorrelationId()).isTrue();
        JsonNode body = ((AuthProfile.Login) profile.auth()).body();
        assertThat(Placeholders.fill(body, Map.of("username", "u", "password", "${username}"))
                        .toString())
                .isEqualTo("{\"username\":\"u\",\"password\":\"${username}\",\"realm\":\"ops\"}");
        ListingProfile circuits = profile.listings().get("circuits");
        assertThat(circuits.items().pointer()).isEqualTo("/items");
        assertThat(circuits.paging().totalPointer()).isEqualTo("/totalItems");
        assertThat(circuits.items().columns())
                .extracting(ColumnProfile::place)
                .containsExactly("/circuitId", "/state/name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    "version": 1                    | "version": "1"                    | line 5: /version must be a whole number
                    "version": 1,                   |                                   | line 1: /version is missing
                    "vocabulary": 1                 | "vocabulary": 9                   | line 4: /vocabulary must be 1
                    "type": "login"                 | "type": "ldap"                    | line 8: /auth/type must be one of login, oauth2, basic, apiKey
                    "pointer": "/token"             | "pointer": "token"                | line 13: /auth/token/pointer must be a JSON pointer
                    "pointer": "/token"             | "point": "/token"                 | line 12: /auth/token/pointer is missing
                    "realm": "ops"                  | "realm": "${passwort}"            | line 11: /auth/body/realm holds ${passwort}, known here: [correlationId, password, username]
                    "path": "/circuits"             | "path": "circuits"                | line 40: /listings/circuits/path must be a path
                    "key": "circuitId"              | "key": "id"                       | line 42: /listings/circuits/key must be circuitId
                    "key": "circuitId"              | "key": "circuitId", "kye": "x"    | line 42: /listings/circuits/kye is not known here
                    "status": "/state/name"         | "state": "/state/name"            | line 43: /listings/circuits/columns/status is missing
                    "status": "/state/name"         | "status": null, "beam": "/b"      | line 43: /listings/circuits/columns/beam is no column of ours
                    "circuitId": "/circuitId"       | "circuitId": null                 | line 43: /listings/circuits/columns/circuitId is the key
                    "status": "/state/name"         | "status": "/circuitId/name"       | line 43: /listings/circuits/columns/status stands within /circuitId
                    "firstPage": 1                  | "firstPage": 1, "a/b": 2          | line 33: /paging/a~1b is not known here
                    "style": "page"                 | "style": "pages"                  | line 30: /paging/style must be one of page, offset, cursor, next
                    ["account_locked"]              | "account_locked"                  | line 24: /errors/codes/locked must be a list of texts
                    ["account_locked"]              | ["token_expired"]                 | line 24: /errors/codes/locked has token_expired
                    "locked":                       | "closed":                         | line 24: /errors/codes/closed is no meaning
                    "version": 1                    | "version": 1, "version": 2        | line 5: Duplicate field 'version'
                    "version": 1                    | "version": 1 1                    | line 5
                    """)
    void namesThePlaceOfAMistake(String right, String wrong, String message) throws Exception {
        String broken = text().replace(right, wrong == null ? "" : wrong);

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
                .hasMessageEndingWith("(and 1 more mistakes)")
                .asInstanceOf(InstanceOfAssertFactories.type(ProfileException.class))
                .extracting(ProfileException::mistakes)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactly(
                        "vendor.json, line 43: /listings/circuits/columns/circuitId must be a JSON pointer such as /a/b, not \"circuitId\"",
                        "vendor.json, line 43: /listings/circuits/columns/status must be a text that is not blank");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("the whole document must be an object");
        assertThatThrownBy(() -> read("{} {}")).isInstanceOf(ProfileException.class);
    }

    private static VendorProfile read(String json) throws ProfileException {
        return ProfileReader.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "vendor.json", NEEDS);
    }

    private static String text() throws IOException {
        try (InputStream in = ProfileReaderTest.class.getResourceAsStream("/vendor.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
