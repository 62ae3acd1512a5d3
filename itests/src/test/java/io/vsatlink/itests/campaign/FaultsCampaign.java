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

/** Every fault of the table at every place, the slow ones too. Ends with a table of what was seen. */
@RunWith(Parameterized.class)
public class FaultsCampaign {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final ResultTable RESULTS = new ResultTable();
    private static FaultBench bench;

    private final FaultCase fault;
    private final Position position;

    public FaultsCampaign(FaultCase fault, Position position) {
        this.fault = fault;
        this.position = position;
    }

    @Parameters(name = "{0} at {1}")
    public static List<Object[]> casesAndPlaces() {
        List<Object[]> all = new ArrayList<>();
        for (FaultCase fault : FaultTable.cases()) {
            for (Position position : Position.all()) {
                if (fault.fits(position)) {
                    all.add(new Object[] {fault, position});
                }
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
        RESULTS.write();
        bench.close();
    }

    @Test
    public void comesToItsEndAndIsOverWhenTheFaultIs() throws Exception {
        long begun = System.nanoTime();
        String outcome = "FAILED";
        try {
            outcome = bench.run(fault, position);
        } finally {
            RESULTS.add(fault, position, System.nanoTime() - begun, outcome);
        }
    }
}
