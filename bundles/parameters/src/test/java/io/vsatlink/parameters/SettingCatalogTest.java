/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingCatalogTest {
    private static final SettingCatalog CATALOG = SettingCatalog.of(SampleConfig.class);

    @TempDir
    Path parent;

    private Path folder;
    private SecretPlaces secrets;

    @BeforeEach
    void secretsInTheEnvironmentAndInFiles() throws IOException {
        folder = Files.createDirectory(parent.resolve("etc"));
        secrets =
                new SecretPlaces(Map.of("KNOWN", "from the environment")::get, List.of(folder), StandardCharsets.UTF_8);
    }

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
    void aRestrictionIsReportedInTheSameSentence() {
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
    void aListIsReturnedAsItsWords() {
        assertThat(CATALOG.judge(Map.of("formats", "JSONL , csv"), Values.none())
                        .list("formats"))
                .containsExactly("jsonl", "csv");
    }

    @Test
    void validatesEachSettingSeparately() {
        Values values = CATALOG.judge(Map.of("port", "x", "username", "noc"), Values.none());
        assertThat(values.text("username")).isEqualTo("noc");
        assertThat(values.get("port")).isEmpty();
    }

    @Test
    void plainHttpToRemoteHostsIsInForceOnlyWhileItIsAllowed() {
        Values allowed =
                CATALOG.judge(Map.of("host", "http://vendor.example", "allowPlainHttp", "true"), Values.none());
        assertThat(allowed.problems()).isEmpty();
        Values forbidden = CATALOG.judge(Map.of("host", "http://vendor.example"), allowed);
        assertThat(forbidden.get("host")).isEmpty();
    }

    @Test
    void reportsUnknownKeysButNotTheFrameworksKeys() {
        Values values = CATALOG.judge(
                Map.of("intervall", "1d", "service.pid", "x", "felix.fileinstall.filename", "y"), Values.none());
        assertThat(values.problems()).containsExactly("intervall: there is no such setting");
    }

    @Test
    void keysAreCaseInsensitive() {
        Values values = CATALOG.judge(Map.of("Host", "https://other.example", "ROWS.interval", "2h"), Values.none());
        assertThat(values.problems()).isEmpty();
        assertThat(values.text("host")).isEqualTo("https://other.example");
        assertThat(values.text("rows.interval")).isEqualTo("2h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$[secret:users.properties]", "$[env:HOME]", "a$[x]b", "${karaf.home}", "$[prop:user.home]"})
    void whatLooksLikeAPlaceholderIsPlainTextInEverySettingButASecret(String text) {
        Values values = CATALOG.judge(Map.of("username", text), secrets, Values.none());
        assertThat(values.problems()).isEmpty();
        assertThat(values.text("username")).isEqualTo(text);
        assertThat(CATALOG.judge(Map.of("host", text), secrets, Values.none()).problems())
                .singleElement()
                .asString()
                .startsWith("host: \"" + text + "\" is not accepted; allowed is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x$[y]z",
                "a$[env:KNOWN]",
                "$[env:KNOWN]$[env:KNOWN]",
                "$[prop:user.home]",
                "$[x]",
                "${env:KNOWN}"
            })
    void aSecretThatOnlyLooksAlikeIsWhatItIs(String text) {
        Values values = CATALOG.judge(Map.of("password", text), secrets, Values.none());
        assertThat(values.problems()).isEmpty();
        assertThat(values.text("password")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$[env:KNOWN] | from the environment",
                "\" $[env:KNOWN] \" | from the environment",
                "$[env:MISSING;default=a;b] | a;b",
                "$[secret:vsat] | from a file",
                "$[secret:deep/vsat] | d\u00e9",
            })
    void aReferenceAsAWholeSecretIsTheSecret(String text, String secret) throws IOException {
        Files.writeString(folder.resolve("vsat"), "from a file\n");
        Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("vsat"), "d\u00e9");
        Values values = CATALOG.judge(Map.of("password", text), secrets, Values.none());
        assertThat(values.problems()).isEmpty();
        assertThat(values.text("password")).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[env:MISSING]",
                "$[secret:missing]",
                "$[secret:../outside]",
                "$[secret:folder]",
                "$[secret:huge]"
            })
    void aReferenceToNothingLeavesTheSecretInForceAndSaysSoWithoutOne(String text) throws IOException {
        Files.writeString(folder.resolveSibling("outside"), "planted");
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("huge"), new byte[70_000]);
        Values inForce = CATALOG.judge(Map.of("password", "old"), secrets, Values.none());
        Values values = CATALOG.judge(Map.of("password", text), secrets, inForce);
        assertThat(values.text("password")).isEqualTo("old");
        assertThat(values.problems())
                .singleElement()
                .asString()
                .startsWith("password: ")
                .contains(text)
                .doesNotContain("planted");
    }

    @Test
    void aReferenceIsAcceptedOnlyFromAFile() {
        assertThat(CATALOG.judge(Map.of("password", "$[env:KNOWN]"), Values.none())
                        .problems())
                .singleElement()
                .asString()
                .startsWith("password: a reference like $[env:NAME] or $[secret:NAME] is resolved only in");
    }

    @Test
    void noTextContainsTheDefaultOfAReference() {
        Values values = CATALOG.judge(Map.of("password", "$[secret:../x;default=planted]"), secrets, Values.none());
        assertThat(values.problems()).singleElement().asString().doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "host, https://user:pa@ss@vendor.example, https://********@vendor.example",
        "host, https://user@vendor.example, https://********@vendor.example",
        "host, https://vendor.example/?key=planted, https://vendor.example/?********",
        "busAddress, noc:planted@proxy.example:3128, ********@proxy.example:3128",
    })
    void aLoginInFrontOfAHostIsRefusedAndNotShown(String key, String given, String shown) {
        assertThat(CATALOG.judge(Map.of(key, given), Values.none()).problems())
                .singleElement()
                .asString()
                .startsWith(key + ": \"" + shown + "\" is not accepted; allowed is ");
    }

    @Test
    void aHostWithAnUnderscoreIsRefusedWithTheReason() {
        assertThat(CATALOG.judge(Map.of("host", "https://my_vendor"), Values.none())
                        .problems())
                .singleElement()
                .asString()
                .startsWith(
                        "host: \"https://my_vendor\" is not accepted (a host name cannot contain \"_\": give the server"
                                + " another name, in DNS or in this machine's hosts file); allowed is ");
    }

    /** A systemd unit without a locale starts such a JVM. */
    @Test
    void aPathThatTheLocaleCannotEncodeIsRefusedWithTheReason() throws Exception {
        ProcessBuilder other = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AsciiPaths.class.getName());
        other.environment().put("LC_ALL", "C");
        other.redirectErrorStream(true);
        String said = new String(other.start().getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(said)
                .contains("is not accepted (the locale of this process does not allow these letters in file"
                        + " names: start the container with LC_ALL=C.UTF-8); allowed is an absolute path");
    }

    @Test
    void aRestrictedValueIsNotValidatedAgainWhileItIsInForce() {
        SettingCatalog before = CATALOG.restricted("path", Restriction.NONE);
        Values inForce = before.judge(Map.of("path", "/away"), Values.none());
        SettingCatalog refusing = CATALOG.restricted("path", Restriction.to(path -> false, ""));
        assertThat(refusing.judge(Map.of("path", "/away"), inForce).text("path"))
                .isEqualTo("/away");
        assertThat(refusing.judge(Map.of("path", "/other"), inForce).text("path"))
                .isEqualTo("/away");
    }

    @Test
    void eachSettingThatRedirectsSecretsSaysThatTheyMustBeSetAgain() {
        assertThat(CATALOG.definitions().stream()
                        .filter(each -> each.description().endsWith("; after a change, Password must be entered again"))
                        .map(SettingDefinition::key))
                .containsExactly("host", "port", "busAddress");
    }

    @Test
    void noTextContainsASecret() {
        Values values = CATALOG.judge(Map.of("password", "s3cret-xyz"), Values.none());
        assertThat(List.of(values, values.problems()).toString()).doesNotContain("s3cret-xyz");
        assertThat(CATALOG.definition("password").orElseThrow().shown("s3cret-xyz"))
                .isEqualTo("********");
    }
}
