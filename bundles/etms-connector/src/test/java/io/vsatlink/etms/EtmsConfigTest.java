/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.parameters.CfgTemplate;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.SettingDefinition;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EtmsConfigTest {
    private static final SettingCatalog CATALOG = SettingCatalog.of(EtmsConfig.class);
    private static final URI ETMS = URI.create("http://127.0.0.1:1234");

    @Test
    void settingsThatCouldSendStoredSecretsElsewhereRequireThemAgain() {
        assertThat(SettingCatalog.of(EtmsConfig.class).definitions().stream()
                        .filter(each -> each.description()
                                .endsWith("after a change, Password, ApiKey, Secret1, Secret2, Secret3 and"
                                        + " ClientKeyStorePassword must be entered again"))
                        .map(SettingDefinition::key))
                .containsExactly(
                        "host",
                        "port",
                        "busAddress",
                        "trustedCertificates",
                        "clientKeyStore",
                        "allowPlainHttp",
                        "ticketingUrl",
                        "profile");
    }

    @Test
    void shippedFilesContainEverySettingWithItsDefault() {
        String frontend = CfgTemplate.of(
                CATALOG,
                """
                A connection to the ETMS Platform: the element "frontend", which mirrors its tickets.
                The part of the file name after the first "-" is the element's name; a copy of this file under
                another name is another element. Elements with the same host, port, routeTo and username belong to one system.
                It logs in automatically once username, password, apiKey, routeTo and ticketListId are set.
                A password can be a reference: $[env:NAME], or $[secret:NAME].""");
        assertThat(CfgTemplate.shipped("io.vsatlink.etms-frontend.cfg", frontend))
                .isEqualTo(frontend);
        String backend = CfgTemplate.of(
                        CATALOG,
                        """
                        A connection to the ETMS Platform: the element "backend", which delivers requests to it.
                        The part of the file name after the first "-" is the element's name; a copy of this file under
                        another name is another element. Elements with the same host, port, routeTo and username belong to one system.
                        It logs in automatically once username, password, apiKey and routeTo are set.
                        A password can be a reference: $[env:NAME], or $[secret:NAME].""")
                .replace("#elementType = Frontend", "elementType = Backend");
        assertThat(CfgTemplate.shipped("io.vsatlink.etms-backend.cfg", backend)).isEqualTo(backend);
    }

    @Test
    void defaultsMatchTheDocumentation() {
        EtmsSettings settings = EtmsSettings.of(Settings.judge(Map.of()), null);
        assertThat(settings.frontend()).isTrue();
        assertThat(settings.refreshTime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.managedBy()).isEqualTo("AutoVSATDataMiner");
        assertThat(settings.perSecond()).isEqualTo(5);
        assertThat(settings.missing()).isEqualTo("username");
        assertThat(settings.system()).isEmpty();
        assertThat(settings.access()).isEmpty();
    }

    @Test
    void anElementWithoutValidRequiredSettingsMakesNoCalls() {
        assertThat(Settings.of(ETMS, Map.of("apiKey", "")).missing()).isEqualTo("apiKey");
        assertThat(Settings.of(ETMS, Map.of("ticketListId", "")).missing()).isEqualTo("ticketListId");
        assertThat(Settings.of(ETMS, Map.of("ticketListId", "", "elementType", "backend"))
                        .missing())
                .isEmpty();
        assertThat(Settings.of(ETMS, Map.of("refreshTime", "1s")).access()).isEmpty();
        assertThat(Settings.of(ETMS, Map.of("ticketingUrl", "ftp://here")).missing())
                .isEqualTo("ticketingUrl");
    }

    @Test
    void elementsWithTheSameFourSettingsBelongToOneSystem() {
        String system = Settings.of(ETMS, Map.of()).system();
        assertThat(system).isEqualTo("http://127.0.0.1:1234 UAT AutoVSATDataMiner");
        assertThat(Settings.of(ETMS, Map.of("elementType", "Backend", "apiKey", "another"))
                        .system())
                .isEqualTo(system);
        assertThat(Settings.of(ETMS, Map.of("routeTo", "PROD")).system()).isNotEqualTo(system);
    }

    @Test
    void ticketHandlingAppliesToBackendsOnly() {
        assertThat(Settings.of(ETMS, Map.of("ticketHandling", "disabled")).handling())
                .isTrue();
        assertThat(Settings.of(ETMS, Map.of("ticketHandling", "disabled", "elementType", "Backend"))
                        .handling())
                .isFalse();
    }
}
