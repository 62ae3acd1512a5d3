package io.vsatlink.parameters.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.felix.utils.properties.TypedProperties;
import org.apache.felix.utils.properties.TypedProperties.SubstitutionCallback;

/** The bytes of a configuration's file, read and written as FileInstall and Karaf do, comments included. */
final class FileContent {
    private final byte[] bytes;
    private final Charset encoding;
    private final SubstitutionCallback variables;

    /** @param variables what <code>${name}</code> stands for; <code>$[...]</code> is left alone */
    FileContent(byte[] bytes, Charset encoding, SubstitutionCallback variables) {
        this.bytes = bytes.clone();
        this.encoding = encoding;
        this.variables = variables;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean sameAs(FileContent other) {
        return Arrays.equals(bytes, other.bytes);
    }

    /** @throws IOException with a sentence that says what can't be understood */
    Map<String, Object> settings() throws IOException {
        return new LinkedHashMap<>(parsed());
    }

    /** The same file with these settings; what did not change keeps its lines. */
    FileContent with(Map<String, Object> settings) throws IOException {
        TypedProperties lines = parsed();
        for (String key : new ArrayList<>(lines.keySet())) {
            if (!settings.containsKey(key)) {
                lines.remove(key);
            }
        }
        settings.forEach((key, value) -> {
            if (!value.equals(lines.get(key))) {
                lines.put(key, value);
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(out, encoding)) {
            lines.save(writer);
        }
        return new FileContent(out.toByteArray(), encoding, variables);
    }

    private TypedProperties parsed() throws IOException {
        TypedProperties lines = new TypedProperties(variables);
        try (InputStreamReader reader = new InputStreamReader(new ByteArrayInputStream(bytes), encoding)) {
            lines.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        return lines;
    }
}
