package io.vsatlink.etms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.Health;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.frontend.Statistics;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.SettingCatalog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EtmsHealthTest {
    private final Rig rig = new Rig("--tickets", "20");
    private final ChangeSignal changes = new ChangeSignal();
    private final EtmsThreads threads = new EtmsThreads("frontend", changes);
    private final ElementSettings settings =
            new ElementSettings(SettingCatalog.of(EtmsConfig.class), EtmsConfig.PID + "~frontend", null);
    private final Rig.Part part = rig.part("frontend", Map.of(), List.of());
    private final EtmsElement element = new EtmsElement(
            "frontend",
            new EtmsElement.Configuration(settings, EtmsProfile.inForce(null)),
            new EtmsElement.Parts(
                    rig.mirror, rig.outbox, part.gate, part.frontend, new Statistics(rig.mirror), rig.desk, threads));

    @AfterEach
    void stop() throws Exception {
        threads.stop();
        rig.close();
    }

    @Test
    void anElementWhoseClockMetAnErrorIsCriticalWhateverElseItSays() throws InterruptedException {
        settings.apply(Map.of());
        element.use(part.settings);
        rig.await(() -> part.frontend.lastPoll().isPresent(), part);
        assertThat(element.health().level()).isEqualTo(Health.Level.OK);

        CountDownLatch told = new CountDownLatch(1);
        changes.add(told::countDown);
        threads.start(() -> {
            throw new NoClassDefFoundError("gone");
        });
        told.await();
        assertThat(element.health().level()).isEqualTo(Health.Level.CRITICAL);
        assertThat(element.health().reason())
                .startsWith("the clock of this element met an error and has stopped: java.lang.NoClassDefFoundError");
    }

    @Test
    void anElementWhoseTicksFailIsCriticalUntilOneGoesWell() {
        settings.apply(Map.of());
        element.use(part.settings);
        rig.await(() -> part.frontend.lastPoll().isPresent(), part);
        CountDownLatch fails = new CountDownLatch(2);
        threads.start(() -> {
            if (fails.getCount() > 0) {
                fails.countDown();
                throw new IllegalStateException("ours");
            }
        });
        rig.await(() -> element.health()
                .equals(new Health(
                        Health.Level.CRITICAL,
                        "an error of our own, see the log: java.lang.IllegalStateException: ours")));
        rig.await(() -> element.health().level() == Health.Level.OK);
    }
}
