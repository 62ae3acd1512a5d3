package io.vsatlink.vendor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {

    @Test
    void readsAProfileWithItsDefaults() throws Exception {
        VendorProfile profile = read(text());

        assertThat(profile.name()).isEqualTo("satellite-provisioning");
        assertThat(profile.sendsCorrelationId()).isTrue();
        assertThat(profile.headersFor("7")).containsEntry("X-Correlation-Id", "7");
        assertThat(profile.login().bodyFor("u", "${username}"))
                .containsEntry("password", "${username}")
                .containsEntry("realm", "ops");
        ListingProfile circuits = profile.listings().get("circuits");
        assertThat(circuits.itemsPointer()).isEqualTo("/items");
        assertThat(circuits.paging().totalPointer()).isEqualTo("/totalItems");
        assertThat(circuits.columns().keySet()).containsExactly("circuitId", "status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    "version": 1                    | "version": "1"                    | /version must be a whole number
                    "version": 1,                   |                                   | /version is missing
                    "tokenPointer": "/token"        | "tokenPointer": "token"           | /login/tokenPointer must be a JSON pointer
                    "tokenPointer": "/token"        | "tokenPoint": "/token"            | /login/tokenPointer is missing
                    "realm": "ops"                  | "realm": 7                        | /login/body/realm must be a text
                    "realm": "ops"                  | "realm": "${passwort}"            | /login/body/realm holds ${passwort}
                    "path": "/circuits"             | "path": "circuits"                | /listings/circuits/path must be a path
                    "key": "circuitId"              | "key": "id"                       | /listings/circuits/key must be one of the columns
                    "key": "circuitId"              | "key": "circuitId", "kye": "x"    | /listings/circuits/kye is not known here
                    "firstPage": 1                  | "firstPage": 1, "a/b": 2          | /paging/a~1b is not known here
                    ["account_locked"]              | "account_locked"                  | /errors/lockedCodes must be a list of texts
                    "version": 1                    | "version": 1, "version": 2        | line 4: Duplicate field 'version'
                    "version": 1                    | "version": 1 1                    | line 4
                    """)
    void namesThePlaceOfAMistake(String right, String wrong, String message) throws Exception {
        String broken = text().replace(right, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("vendor.json")
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("the whole document must be an object");
        assertThatThrownBy(() -> read("{} {}")).isInstanceOf(ProfileException.class);
    }

    private static VendorProfile read(String json) throws ProfileException {
        return ProfileReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "vendor.json");
    }

    private static String text() throws IOException {
        try (InputStream in = ProfileReaderTest.class.getResourceAsStream("/vendor.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
