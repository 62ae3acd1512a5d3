/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.PollStatus;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.satprov.login.LoginStatus;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What polls and the login have to do with each other. */
class PollingLoginTest extends PollingElement {
    @Test
    void aTokenThatIsNotTakenStopsThePollsForAWhileOnly() throws Exception {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":401}]");
        for (int time = 0; time < 2; time++) {
            vendor.post("reset-calls", "");
            queue.poll(CIRCUITS);
            runAll();
            assertThat(LoginStatus.of(gate.connection().state())).isEqualTo(LoginStatus.FAILED);
            assertThat(gate.connection().reason())
                    .matches("satellite-provisioning does not accept our token.*; next attempt at \\S+Z");
            assertThat(calls("logins")).containsExactly(1L);
            assertThat(gate.due()).isFalse();
            pass(Duration.ofSeconds(30L << time).minusSeconds(1));
            assertThat(gate.due()).isFalse();
            pass(Duration.ofSeconds(1));
            assertThat(gate.due()).isTrue();
            gate.attempt();
            assertThat(LoginStatus.of(gate.connection().state())).isEqualTo(LoginStatus.SUCCESS);
        }
        vendor.post("faults", "[]");
        pass(Duration.ofHours(1));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.SUCCEEDED);
    }

    @Test
    void aRestartTriesALoginAgainWhoseTokenWasNotTaken() throws Exception {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":401}]");
        queue.poll(CIRCUITS);
        runAll();
        gate.start();
        assertThat(LoginStatus.of(gate.connection().state())).isEqualTo(LoginStatus.SUCCESS);
    }

    @Test
    void aRefusedPasswordIsTriedOnceAndNeverAgainByItself() throws Exception {
        queue = element("wrong", true);
        gate.start();
        queue.pollDue();
        assertThat(LoginStatus.of(gate.connection().state())).isEqualTo(LoginStatus.FAILED);
        assertThat(gate.connection().reason())
                .contains("satellite-provisioning refuses the login of \"vsat\"")
                .doesNotContain("wrong\"");
        assertThat(work).isEmpty();

        ConnectionGate<VendorClient> restarted = new ConnectionGate<>(
                LoginStatus.RULES,
                PollingElement::client,
                new RefusedLogin(store, "uat", LoginStatus.RULES.memory()),
                new RetryTimer(Clock.systemUTC(), System::nanoTime),
                new ChangeSignal());
        restarted.use(settings("wrong", true).access(), "");
        restarted.start();
        assertThat(LoginStatus.of(restarted.connection().state())).isEqualTo(LoginStatus.FAILED);
        assertThat(restarted.connection().reason()).contains("refused before");
        assertThat(calls("logins", "loginFailures")).containsExactly(1L, 1L);

        restarted.attempt();
        assertThat(calls("logins", "loginFailures")).containsExactly(2L, 2L);
    }

    @Test
    void whoeverSeesThatAPollWasRefusedSeesThatTheLoginIsToo() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":401}]");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.FAILED);
        assertThat(loginAtEvents).startsWith(LoginStatus.FAILED);
    }

    @Test
    void anotherPasswordNeedsALoginAndARunningPollGoesOn() {
        gate.start();
        queue.poll(CIRCUITS);
        queue.poll(CUSTOMERS);
        gate.use(settings("half-typed", true).access(), "");
        assertThat(LoginStatus.of(gate.connection().state())).isEqualTo(LoginStatus.NOT_LOGGED_IN);
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.NOT_POLLED);
        assertThat(store.current("uat", CIRCUITS)).isEmpty();
    }
}
