package io.vsatlink.itests.kill;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The watch finds what it is there for. */
public class ExportWatchTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path path;
    private ExportWatch watch;

    @Before
    public void oneSet() throws IOException {
        path = folder.getRoot().toPath();
        watch = new ExportWatch(new ExportFolder(path));
        write("circuits.csv", "one\r\n");
        write("manifest.json", manifest("one\r\n", 1));
    }

    @Test
    public void aSetThatTheManifestVouchesForIsOneSet() throws IOException {
        assertTrue(watch.isOneSet());
        assertEquals(List.of(), watch.faults());
    }

    @Test
    public void halfAFileIsAFault() throws IOException {
        watch.look();
        write("circuits.csv", "on");

        assertFalse(watch.isOneSet());
        assertEquals(1, watch.faults().size());
    }

    @Test
    public void aFileOfTheSetThatIsAboutToBeNamedIsNoFault() throws IOException {
        watch.look();
        write(".vsatlink-manifest.json.tmp", manifest("two\r\n", 2));
        write("circuits.csv", "two\r\n");

        assertFalse(watch.isOneSet());
        assertEquals(List.of(), watch.faults());
    }

    @Test
    public void aMissingFileIsAFault() throws IOException {
        watch.look();
        Files.delete(path.resolve("circuits.csv"));
        watch.look();

        assertEquals(1, watch.faults().size());
    }

    @Test
    public void aGenerationThatGoesBackOrHasTwoContentsIsAFault() throws IOException {
        write("manifest.json", manifest("one\r\n", 2));
        watch.look();
        write("manifest.json", manifest("one\r\n", 1));
        watch.look();
        assertEquals(1, watch.faults().size());

        write("circuits.csv", "two\r\n");
        write("manifest.json", manifest("two\r\n", 2));
        watch.look();
        assertEquals(2, watch.faults().size());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(path.resolve(name), text);
    }

    private static String manifest(String content, int generation) {
        Seal seal = Seal.of(content.getBytes(StandardCharsets.UTF_8));
        return "{\"files\":[{\"name\":\"circuits.csv\",\"bytes\":%d,\"sha256\":\"%s\",\"dataset\":\"circuits\",\"generation\":%d}]}"
                .formatted(seal.bytes(), seal.sha256(), generation);
    }
}
