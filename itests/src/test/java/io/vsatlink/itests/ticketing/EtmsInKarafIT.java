/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import io.vsatlink.itests.parameters.PlantedSecrets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * ETMS elements in one real Karaf: the platform's ticketing by HTTP and by events, the commands, and no secret in any
 * output.
 *
 * <p>The tests run in order of their names, each with the tickets that the previous ones created.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EtmsInKarafIT {
    private static final PlantedSecrets PLANTED = Secrets.toFind();
    private static EtmsScene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = new EtmsScene(Secrets.PASSWORD, Secrets.KEY, PLANTED);
        scene.start();
    }

    @AfterAll
    static void stop() throws Exception {
        scene.close();
    }

    @Test
    void a1_aTicketIsMadeAtThePlatformAndKeptInStep() throws Exception {
        new ByTmf621(scene).aTicketIsMadeThereAndKeptInStep();
    }

    @Test
    void a2_whatThePlatformClosesIsClosedAtEtmsAndComesNotBack() throws Exception {
        new ByTmf621(scene).whatIsClosedThereIsClosedAtEtmsAndComesNotBack();
    }

    @Test
    void b1_thePlatformHearsByEventsWhatPeopleDid() throws Exception {
        new ByEvents(scene).whatPeopleDidIsHeard();
    }

    @Test
    void b2_aRequestByEventReachesEtmsAndThePlatformHearsOfIt() throws Exception {
        new ByEvents(scene).aRequestReachesEtmsAndItsEndIsHeard();
    }

    @Test
    void c1_theTicketsAndTheirNumbersAreShown() throws Exception {
        new ByShell(scene).theTicketsAndTheirNumbersAreShown();
    }

    @Test
    void c2_theActivityLogIsShownWhole() throws Exception {
        new ByShell(scene).theActivityLogIsShownWhole();
    }

    @Test
    void c3_requestsAreShownTriedAgainAndGivenUp() throws Exception {
        new ByShell(scene).requestsAreShownTriedAgainAndGivenUp();
    }

    @Test
    void c4_aProfileIsTriedAndAnEditOfItsFileTakesEffectByItself() throws Exception {
        new ByShell(scene).aProfileIsTriedAndAnEditOfItsFileTakesEffectByItself();
    }

    @Test
    void d_noSecretIsLeftAnywhere() throws Exception {
        new Secrets(scene, PLANTED).noneIsLeftAnywhere();
    }
}
