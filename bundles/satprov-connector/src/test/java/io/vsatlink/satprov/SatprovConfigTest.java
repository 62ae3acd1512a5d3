/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.parameters.CfgTemplate;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.SettingDefinition;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.login.Access;
import io.vsatlink.satprov.poll.SatprovSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SatprovConfigTest {
    private static final SettingCatalog CATALOG = SettingCatalog.of(SatprovConfig.class);

    @Test
    void settingsThatCouldSendStoredSecretsElsewhereRequireThemAgain() {
        assertThat(SettingCatalog.of(SatprovConfig.class).definitions().stream()
                        .filter(each -> each.description()
                                .endsWith("after a change, ApiPassword, Secret1, Secret2, Secret3 and"
                                        + " ClientKeyStorePassword must be entered again"))
                        .map(SettingDefinition::key))
                .containsExactly(
                        "host",
                        "port",
                        "busAddress",
                        "trustedCertificates",
                        "clientKeyStore",
                        "allowPlainHttp",
                        "profile");
    }

    @Test
    void theShippedFileHasEverySettingWithItsDefault() {
        String expected = CfgTemplate.of(
                CATALOG,
                """
                A connection to a Satellite Provisioning Platform: the element "uat".
                The part of the file name after the first "-" is the element's name; a copy of this file under
                another name is another element. At a start it logs in with apiUsername and apiPassword; after changing them
                at run time, log in with satprov:login or the operation login.
                A password can be a reference: $[env:NAME], or $[secret:NAME].""");
        assertThat(CfgTemplate.shipped("io.vsatlink.satprov-uat.cfg", expected)).isEqualTo(expected);
    }

    @Test
    void everyDatasetHasItsRow() {
        SatprovSettings settings = settings(Map.of(
                "apiUsername", "u",
                "apiPassword", "p",
                "espPirs.state", "Disabled",
                "contactInfo.interval", "PT12H",
                "devices.itemsPerPage", "1000"));
        assertThat(settings.polling()).containsOnlyKeys(Dataset.values());
        assertThat(settings.polling().get(Dataset.ESP_PIRS).enabled()).isFalse();
        assertThat(settings.polling().get(Dataset.CONTACT_INFO).interval()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.polling().get(Dataset.DEVICES).itemsPerPage()).isEqualTo(1000);
        assertThat(settings.polling().get(Dataset.CIRCUITS).itemsPerPage()).isEqualTo(250);
        assertThat(settings.access().orElseThrow().endpoint().base())
                .hasToString("https://satellite-provisioning.verizon-uat.com:443");
    }

    @Test
    void anElementWithoutValidRequiredSettingsMakesNoCalls() {
        assertThat(settings(Map.of("apiUsername", "u")).missing()).isEqualTo("apiPassword");
        assertThat(settings(Map.of("apiUsername", "u", "apiPassword", "p", "port", "0"))
                        .missing())
                .isEqualTo("port");
        assertThat(settings(Map.of("apiUsername", "u", "apiPassword", "p", "trustedCertificates", "ca.pem"))
                        .missing())
                .isEqualTo("trustedCertificates");
        assertThat(settings(Map.of("circuits.interval", "30x")).polling()).doesNotContainKey(Dataset.CIRCUITS);
    }

    @Test
    void furtherSecretsAndTheClientKeyStoreArriveWhereCallsAreMade() {
        Map<String, String> configuration = Map.of(
                "apiUsername", "u",
                "apiPassword", "p",
                "secret2", "planted-secret",
                "clientKeyStore", "vsat.p12",
                "clientKeyStorePassword", "planted-store",
                "allowPlainHttp", "true");
        Access access = SatprovSettings.of(CATALOG.judge(configuration, Values.none()), Path.of("/karaf/etc"))
                .access()
                .orElseThrow();
        assertThat(access.credentials().settings()).isEqualTo(Map.of("secret2", "planted-secret"));
        assertThat(access.credentials().secrets()).containsExactly("secret2");
        assertThat(access.endpoint().clientKeys())
                .isEqualTo(new ClientKeyStore(Path.of("/karaf/etc/vsat.p12"), "planted-store"));
        assertThat(access.endpoint().plainHttp()).isTrue();
        assertThat(access.toString()).doesNotContain("planted");
        assertThat(settings(Map.of("apiUsername", "u", "apiPassword", "p", "clientKeyStore", "../vsat.p12"))
                        .missing())
                .isEqualTo("clientKeyStore");
    }

    private static SatprovSettings settings(Map<String, String> configuration) {
        return SatprovSettings.of(CATALOG.judge(configuration, Values.none()), null);
    }
}
