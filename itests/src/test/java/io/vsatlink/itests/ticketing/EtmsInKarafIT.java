package io.vsatlink.itests.ticketing;

import io.vsatlink.itests.parameters.PlantedSecrets;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** ETMS elements in one real Karaf: the platform's ticketing by HTTP and by events, the commands, and no secret anywhere. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class EtmsInKarafIT {
    private static final PlantedSecrets PLANTED = Secrets.toFind();
    private static EtmsScene scene;

    @BeforeClass
    public static void start() throws Exception {
        scene = new EtmsScene(Secrets.PASSWORD, Secrets.KEY, PLANTED);
        scene.start();
    }

    @AfterClass
    public static void stop() throws Exception {
        scene.close();
    }

    @Test
    public void a1_aTicketIsMadeAtThePlatformAndKeptInStep() throws Exception {
        new ByTmf621(scene).aTicketIsMadeThereAndKeptInStep();
    }

    @Test
    public void a2_whatThePlatformClosesIsClosedAtEtmsAndComesNotBack() throws Exception {
        new ByTmf621(scene).whatIsClosedThereIsClosedAtEtmsAndComesNotBack();
    }

    @Test
    public void b1_thePlatformHearsByEventsWhatPeopleDid() throws Exception {
        new ByEvents(scene).whatPeopleDidIsHeard();
    }

    @Test
    public void b2_aRequestByEventReachesEtmsAndThePlatformHearsOfIt() throws Exception {
        new ByEvents(scene).aRequestReachesEtmsAndItsEndIsHeard();
    }

    @Test
    public void c1_theTicketsAndTheirNumbersAreShown() throws Exception {
        new ByShell(scene).theTicketsAndTheirNumbersAreShown();
    }

    @Test
    public void c2_theActivityLogIsShownWhole() throws Exception {
        new ByShell(scene).theActivityLogIsShownWhole();
    }

    @Test
    public void c3_requestsAreShownTriedAgainAndGivenUp() throws Exception {
        new ByShell(scene).requestsAreShownTriedAgainAndGivenUp();
    }

    @Test
    public void c4_aProfileIsTriedAndAnEditOfItsFileTakesEffectByItself() throws Exception {
        new ByShell(scene).aProfileIsTriedAndAnEditOfItsFileTakesEffectByItself();
    }

    @Test
    public void d_noSecretIsLeftAnywhere() throws Exception {
        new Secrets(scene, PLANTED).noneIsLeftAnywhere();
    }
}
