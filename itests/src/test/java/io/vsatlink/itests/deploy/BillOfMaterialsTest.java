package io.vsatlink.itests.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Test;

/** What the archive carries of others, in the jars of our bundles too: the SBOM has it, and the notices name it. */
public class BillOfMaterialsTest {
    private static final Path TARGET = Path.of("../features/target");

    private final Set<String> carried = new TreeSet<>();
    private final Set<String> withoutNotice = new TreeSet<>();

    @Test
    public void everyJarIsInTheSbomWithItsVersionAndWhatIsInsideABundleIsInItsNotice() throws Exception {
        try (InputStream in = Files.newInputStream(TARGET.resolve("vsatlink.kar"))) {
            readArchive(in);
        }
        assertTrue(carried.toString(), carried.size() > 20);

        Set<String> missing = new TreeSet<>(carried);
        missing.removeAll(listed());
        assertEquals("not in the SBOM", Set.of(), missing);
        assertEquals("named by no notice", Set.of(), withoutNotice);
    }

    private void readArchive(InputStream archive) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                carried.add(file(entry.getName()));
                if (entry.getName().startsWith("repository/io/vsatlink/")) {
                    readBundle(zip.readAllBytes());
                }
            }
        }
    }

    private void readBundle(byte[] bundle) throws IOException {
        Set<String> inside = new TreeSet<>();
        String notice = "";
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                inside.add(file(entry.getName()));
            } else if (entry.getName().equals("META-INF/NOTICE")) {
                notice = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        carried.addAll(inside);
        for (String jar : inside) {
            if (!notice.contains(jar.replaceFirst("-[0-9][0-9A-Za-z.]*$", ""))) {
                withoutNotice.add(jar);
            }
        }
    }

    /** As names of files, without their ending. */
    private static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        JsonNode bill =
                new ObjectMapper().readTree(TARGET.resolve("vsatlink-sbom.json").toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        for (JsonNode component : bill.path("components")) {
            listed.add(component.path("name").asText() + "-"
                    + component.path("version").asText());
        }
        return listed;
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }
}
