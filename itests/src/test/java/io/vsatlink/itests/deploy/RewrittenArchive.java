/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes the archive of another release from this one's by changing the version of our bundles and features. Third-party
 * content is unchanged.
 */
final class RewrittenArchive {
    private static final String OURS = "repository/io/vsatlink/";
    private static final String SCHEMA = "io/vsatlink/store/migration/schema-";
    private static final String NEW_STEP = "CREATE TABLE of_the_future (id BIGINT NOT NULL PRIMARY KEY);\n";

    private final String version;
    private final String other;
    private final Map<String, String> names;
    private final boolean schemaStep;
    private final Pattern whole;

    /**
     * @param version of this release, as in the names of its artifacts
     * @param other the version of the other release
     * @param names artifacts with another name in the other release
     * @param schemaStep whether the other release's store has one more schema step
     */
    RewrittenArchive(String version, String other, Map<String, String> names, boolean schemaStep) {
        this.version = version;
        this.other = other;
        this.names = names;
        this.schemaStep = schemaStep;
        this.whole = Pattern.compile("(?<![\\d.])" + Pattern.quote(version) + "(?![\\d.])");
    }

    void write(Path archive, Path rewritten) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                OutputStream out = Files.newOutputStream(rewritten)) {
            copyArchive(in, out);
        }
    }

    private void copyArchive(InputStream archive, OutputStream rewritten) throws IOException {
        try (ZipInputStream in = new ZipInputStream(archive);
                ZipOutputStream out = new ZipOutputStream(rewritten)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                String name = entry.getName();
                if (name.startsWith(OURS)) {
                    name = renamed(name.replace(version, other));
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
                ? bytes(renamed(whole.matcher(text(content)).replaceAll(other)))
                : content;
    }

    private byte[] bundle(byte[] jar) throws IOException {
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
        int steps = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(rewritten)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                    content = bytes(renamed(text(content)
                            .replace("Bundle-Version: " + osgi(version), "Bundle-Version: " + osgi(other))));
                }
                steps += entry.getName().startsWith(SCHEMA) ? 1 : 0;
                put(out, entry.getName(), content);
            }
            if (schemaStep && steps > 0) {
                put(out, SCHEMA + (steps + 1) + ".sql", bytes(NEW_STEP));
            }
        }
        return rewritten.toByteArray();
    }

    private String renamed(String text) {
        String renamed = text;
        for (Map.Entry<String, String> each : names.entrySet()) {
            renamed = renamed.replace(each.getKey(), each.getValue());
        }
        return renamed;
    }

    /** The OSGi form of a Maven version: {@code 0.2.0.SNAPSHOT} for {@code 0.2.0-SNAPSHOT}. */
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
