package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingCatalogTest {
    private static final SettingCatalog CATALOG = SettingCatalog.of(SampleConfig.class);

    @Test
    void readsEachSettingFromItsOneDefinition() {
        assertThat(CATALOG.definitions())
                .extracting(SettingDefinition::key)
                .startsWith("host", "port", "username")
                .hasSize(10);
        SettingDefinition interval = CATALOG.definition("rows.interval").orElseThrow();
        assertThat(interval.attribute()).isEqualTo("Interval");
        assertThat(interval.row()).isEqualTo("rows");
        assertThat(interval.description()).isEqualTo("About rows.interval");
        assertThat(interval.defaultValue()).isEqualTo("1d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host | HTTPS://Vendor.example/ | https://Vendor.example",
                "host | http://localhost | http://localhost",
                "host | http://127.0.0.1 | http://127.0.0.1",
                "port | 08443 | 8443",
                "allowPlainHttp | TRUE | true",
                "rows.interval | PT12H | 12h",
                "rows.interval | 24H | 1d",
                "rows.state | Disabled | disabled",
                "formats | CSV, jsonl,csv | csv,jsonl",
                "path | /var/export | /var/export",
                "busAddress | bypassproxy | ByPassProxy",
                "busAddress | proxy.example:3128 | proxy.example:3128",
            })
    void takesWhatIsAllowedInItsNormalForm(String key, String given, String inForce) {
        Values values = CATALOG.judge(Map.of(key, given), Values.none());
        assertThat(values.problems()).isEmpty();
        assertThat(values.text(key)).isEqualTo(inForce);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host | ftp://vendor.example",
                "host | vendor.example",
                "host | https://vendor.example:8443",
                "host | https://user@vendor.example",
                "host | http://vendor.example",
                "host | http://127.0.0.1.evil.example",
                "port | 0",
                "port | 65536",
                "port | 99999999999999999999",
                "port | x",
                "rows.interval | 30x",
                "rows.interval | 59s",
                "rows.interval | 366d",
                "rows.interval | PT1M0.5S",
                "rows.state | on",
                "formats | csv,xlsx",
                "formats | ,",
                "formats | csv,",
                "path | /var/a\u0000b",
                "path | export",
                "path | /var/../etc",
                "busAddress | proxy.example",
                "busAddress | proxy.example:70000",
            })
    void refusesWhatIsNotAndSaysParameterValueAndWhatIs(String key, String bad) {
        Values inForce = CATALOG.judge(Map.of(), Values.none());
        Values values = CATALOG.judge(Map.of(key, bad), inForce);
        assertThat(values.problems()).singleElement().satisfies(problem -> assertThat(problem)
                .startsWith(key + ": \"" + bad + "\" is not accepted; allowed is "));
        assertThat(values.text(key)).isEqualTo(inForce.text(key));
        assertThat(CATALOG.judge(Map.of(key, bad), Values.none()).get(key)).isEmpty();
    }

    @Test
    void aRestrictionRefusesInTheSameSentence() {
        SettingCatalog catalog =
                CATALOG.restricted("path", Restriction.to(path -> path.startsWith("/exports/"), ", inside /exports"));
        assertThat(catalog.judge(Map.of("path", "/exports/uat"), Values.none()).text("path"))
                .isEqualTo("/exports/uat");
        assertThat(catalog.judge(Map.of("path", "/var/export"), Values.none()).problems())
                .containsExactly("path: \"/var/export\" is not accepted; allowed is an absolute path without \"..\","
                        + " inside /exports");
        assertThat(catalog.judge(Map.of("path", ""), Values.none()).problems()).isEmpty();
        assertThat(catalog.definitions())
                .extracting(SettingDefinition::key)
                .isEqualTo(CATALOG.definitions().stream()
                        .map(SettingDefinition::key)
                        .toList());
    }

    @Test
    void aListComesBackAsItsWords() {
        assertThat(CATALOG.judge(Map.of("formats", "JSONL , csv"), Values.none())
                        .list("formats"))
                .containsExactly("jsonl", "csv");
    }

    @Test
    void judgesEachSettingAlone() {
        Values values = CATALOG.judge(Map.of("port", "x", "username", "noc"), Values.none());
        assertThat(values.text("username")).isEqualTo("noc");
        assertThat(values.get("port")).isEmpty();
    }

    @Test
    void plainHttpToOthersIsInForceOnlyWhileItIsAllowed() {
        Values allowed =
                CATALOG.judge(Map.of("host", "http://vendor.example", "allowPlainHttp", "true"), Values.none());
        assertThat(allowed.problems()).isEmpty();
        Values forbidden = CATALOG.judge(Map.of("host", "http://vendor.example"), allowed);
        assertThat(forbidden.get("host")).isEmpty();
    }

    @Test
    void namesUnknownKeysAndUnresolvedPlaceholdersButNotTheFrameworksKeys() {
        Values values = CATALOG.judge(
                Map.of(
                        "intervall",
                        "1d",
                        "service.pid",
                        "x",
                        "felix.fileinstall.filename",
                        "y",
                        "password",
                        "$[env:P]"),
                Values.none());
        assertThat(values.problems())
                .containsExactly(
                        "password: nothing is known for the placeholder $[env:P]",
                        "intervall: there is no such setting");
    }

    @Test
    void aSecretIsInNoText() {
        Values values = CATALOG.judge(Map.of("password", "s3cret-xyz"), Values.none());
        assertThat(List.of(values, values.problems()).toString()).doesNotContain("s3cret-xyz");
        assertThat(CATALOG.definition("password").orElseThrow().shown("s3cret-xyz"))
                .isEqualTo("********");
    }
}
