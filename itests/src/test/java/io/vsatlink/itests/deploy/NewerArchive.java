package io.vsatlink.itests.deploy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The archive of a version to come, made of this version's: our bundles and features have another number, and the store
 * brings one more step of its schema. What is not ours stays as it is.
 */
final class NewerArchive {
    static final String VERSION = "99.1.0";
    private static final String OURS = "repository/io/vsatlink/";
    private static final String SCHEMA = "io/vsatlink/store/migration/schema-";
    private static final String NEW_STEP = "CREATE TABLE of_the_future (id BIGINT NOT NULL PRIMARY KEY);\n";

    private final String version;
    private final Pattern whole;

    private NewerArchive(String version) {
        this.version = version;
        this.whole = Pattern.compile("(?<![\\d.])" + Pattern.quote(version) + "(?![\\d.])");
    }

    /** @param version the number of this version, which is in the names of its artifacts */
    static void write(Path archive, String version, Path newer) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                OutputStream out = Files.newOutputStream(newer)) {
            new NewerArchive(version).copyArchive(in, out);
        }
    }

    private void copyArchive(InputStream archive, OutputStream newer) throws IOException {
        try (ZipInputStream in = new ZipInputStream(archive);
                ZipOutputStream out = new ZipOutputStream(newer)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                String name = entry.getName();
                if (name.startsWith(OURS)) {
                    name = name.replace(version, VERSION);
                    content = ours(name, content);
                }
                put(out, name, content);
            }
        }
    }

    private byte[] ours(String name, byte[] content) throws IOException {
        if (name.endsWith(".jar")) {
            return bundle(content);
        }
        return name.endsWith(".xml")
                ? whole.matcher(text(content)).replaceAll(VERSION).getBytes(StandardCharsets.UTF_8)
                : content;
    }

    private byte[] bundle(byte[] jar) throws IOException {
        ByteArrayOutputStream newer = new ByteArrayOutputStream();
        int steps = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(newer)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                    content = text(content)
                            .replace("Bundle-Version: " + osgi(version), "Bundle-Version: " + VERSION)
                            .getBytes(StandardCharsets.UTF_8);
                }
                steps += entry.getName().startsWith(SCHEMA) ? 1 : 0;
                put(out, entry.getName(), content);
            }
            if (steps > 0) {
                put(out, SCHEMA + (steps + 1) + ".sql", NEW_STEP.getBytes(StandardCharsets.UTF_8));
            }
        }
        return newer.toByteArray();
    }

    /** A bundle's form of the number of a Maven artifact: {@code 0.2.0.SNAPSHOT} of {@code 0.2.0-SNAPSHOT}. */
    static String osgi(String version) {
        return version.replace('-', '.');
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
