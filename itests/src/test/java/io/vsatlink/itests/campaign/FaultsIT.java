package io.vsatlink.itests.campaign;

import java.util.ArrayList;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Every fault of the table at one place each, the places in turn. */
@RunWith(Parameterized.class)
public class FaultsIT {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static FaultBench bench;

    private final FaultCase fault;
    private final Position position;

    public FaultsIT(FaultCase fault, Position position) {
        this.fault = fault;
        this.position = position;
    }

    @Parameters(name = "{0} at {1}")
    public static List<Object[]> casesAndPlaces() {
        List<Position> positions = Position.all();
        List<Object[]> all = new ArrayList<>();
        int turn = 0;
        for (FaultCase fault : FaultTable.cases()) {
            while (!fault.fits(positions.get(turn % positions.size()))) {
                turn++;
            }
            if (!fault.slow()) {
                all.add(new Object[] {fault, positions.get(turn++ % positions.size())});
            }
        }
        return all;
    }

    @BeforeClass
    public static void everythingIsPolledOnce() throws Exception {
        bench = FaultBench.start(FOLDER.getRoot().toPath());
    }

    @AfterClass
    public static void everythingEnds() throws Exception {
        bench.close();
    }

    @Test
    public void comesToItsEndAndIsOverWhenTheFaultIs() throws Exception {
        String unused = bench.run(fault, position);
    }
}
