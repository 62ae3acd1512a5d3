package io.vsatlink.kit.beams;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.MemoryVsatStore.Slot;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.ProfileReader;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings, profile, mapping and schedule make a connector: the rest is the kit's. */
class BeamsConnectorTest {
    private final MemoryVsatStore store = new MemoryVsatStore();
    private final ElementSettings settings =
            new ElementSettings(SettingCatalog.of(BeamsConfig.class), BeamsConfig.PID + "~lab", null);
    private BeamCatalogue catalogue;
    private BeamsConnector element;

    @BeforeEach
    void start() throws Exception {
        catalogue = new BeamCatalogue();
        try (InputStream json = BeamsConnector.class.getResourceAsStream("beams.json")) {
            ProfileInForce profile = new ProfileInForce(
                    ProfileReader.read(json, "beams.json", BeamListing.NEEDS), BeamListing.NEEDS, null);
            element = new BeamsConnector(
                    "lab", profile, listing -> store.open(new Slot("lab", listing)), store, new ChangeSignal());
        }
    }

    @AfterEach
    void stop() {
        element.close();
        catalogue.close();
    }

    private void use(String password) {
        element.use(settings.apply(Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(catalogue.port()),
                "username", "ops",
                "password", password,
                "interval", "1s")));
    }

    @Test
    void bothListingsAreReadPageByPageAndFollowed() throws Exception {
        use("right");
        await(() -> rows(BeamListing.BEAMS).size() == 65
                && rows(BeamListing.SATELLITES).size() == 3);
        assertThat(rows(BeamListing.SATELLITES).get("S2").get("longitude")).isEqualTo(2.5);
        assertThat(rows(BeamListing.BEAMS).get("B7").text("satelliteId")).isEqualTo("S1");
        assertThat(element.health()).isEqualTo(new Health(Health.Level.OK, "logged in as ops"));

        catalogue.beams = 64;
        await(() -> rows(BeamListing.BEAMS).size() == 64);
        assertThat(element.reason(BeamListing.BEAMS)).isEqualTo("64 rows");
        assertThat(catalogue.logins).hasValue(1);
    }

    @Test
    void aRefusedPasswordIsTriedOnceAndAnotherOneLogsInByItself() throws Exception {
        use("wrong");
        await(() -> element.health().reason().contains("refuses the login of \"ops\": no such user"));
        assertThat(element.health().reason()).endsWith("; not tried again until a setting changes");
        Thread.sleep(500);
        assertThat(catalogue.logins).hasValue(1);

        use("right");
        await(() -> element.health().level() == Health.Level.OK);
        assertThat(catalogue.logins).hasValue(2);
    }

    @Test
    void itsProfileIsCheckedAsThatOfEveryOther() throws Exception {
        use("right");
        await(() -> element.health().level() == Health.Level.OK);
        try (var client = element.trial(element.profile().profile())) {
            client.login();
            ProfileCheck check = new ProfileCheck(element.profile().profile(), client);
            for (BeamListing listing : BeamListing.values()) {
                ListingReport report = check.listing(listing.key(), element.rowsPerPage(listing.key()));
                assertThat(report.good()).as(report.lines().toString()).isTrue();
            }
        }
    }

    private Map<String, Row> rows(BeamListing listing) {
        Slot slot = new Slot("lab", listing);
        return store.current(slot).map(now -> store.rows(slot, now.number())).orElse(Map.of());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("in time").isNegative();
            Thread.sleep(20);
        }
    }
}
