/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.testkit.AwkwardTexts;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.utils.properties.TypedProperties;
import org.apache.felix.utils.properties.TypedProperties.SubstitutionCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileContentTest {
    /** The variables that FileInstall knows: a text that contains one of these values has been expanded. */
    private static final SubstitutionCallback VARIABLES =
            (name, key, value) -> value.equals(AwkwardTexts.VARIABLE) ? "expanded" : null;

    /** Beside those that are likely anywhere. */
    private static final List<String> MORE_PIECES = List.of(
            ")",
            ",",
            ";",
            "u0041",
            AwkwardTexts.VARIABLE,
            "$\\{env:PATH}",
            "$\\[",
            "\ue000",
            "\f",
            "\0",
            "\u001b",
            "\u0085",
            "\u2028",
            "\ud83d",
            "\r",
            "\n");

    private static List<String> texts() {
        List<String> pieces = Stream.concat(AwkwardTexts.PIECES.stream(), MORE_PIECES.stream())
                .toList();
        Stream<String> known = Stream.of(
                "${karaf.home}", "a ", "", "(abc)", "[a]", "{b}", "i(5)", "\"quoted\"", "$[env:PATH]", "\\", "$\\{a}");
        return Stream.of(
                        AwkwardTexts.known(),
                        known,
                        pieces.stream(),
                        AwkwardTexts.of(pieces).limit(2_000))
                .flatMap(each -> each)
                .toList();
    }

    @Test
    void eachTextIsReadBackUnchangedAlsoAfterFileInstallHasWrittenTheFile() throws IOException {
        for (String text : texts()) {
            // in a file of its own, the values may turn it into one of typed values
            FileContent alone = content("").with(Map.of("apiPassword", text));
            FileContent among = content("# mine\nhost = https://vendor.example\n")
                    .with(Map.of("host", "https://vendor.example", "apiPassword", text, "routeTo", text));
            for (FileContent written :
                    List.of(alone, among, writtenBack(alone), writtenBack(among), among.with(among.written()))) {
                assertThat(written.written()).as(text).containsEntry("apiPassword", text);
                assertThat(written.delivered().toString()).as(text).doesNotContain("expanded", "$[");
            }
        }
    }

    @Test
    void eachTextSurvivesAChangeOfAnotherSetting() throws IOException {
        for (String text : texts()) {
            FileContent before = content("").with(Map.of("apiPassword", text));
            Map<String, Object> settings = new LinkedHashMap<>(before.written());
            settings.put("port", "1");
            assertThat(before.with(settings).written()).isEqualTo(settings);
        }
    }

    @Test
    void aTextThatFileInstallWroteUnescapedIsNotExpandedOnRereading() throws IOException {
        FileContent set = content("host = h\ntrustedCertificates = /etc/${env:PATH}\n");
        Map<String, Object> settings = new LinkedHashMap<>(set.written());
        settings.put("routeTo", "a${env:PATH}b $[env:PATH]");
        Map<String, Object> configuration = set.with(settings).delivered();
        // the file was older when FileInstall wrote the configuration into it
        TypedProperties lines = new TypedProperties(false);
        lines.load(new StringReader("host = h\ntrustedCertificates = /etc/${env:PATH}\n"));
        lines.put("routeTo", configuration.get("routeTo"));
        StringWriter out = new StringWriter();
        lines.save(out);
        FileContent raw = content(out.toString());
        FileContent healed = raw.plain(configuration);
        assertThat(raw.delivered()).extractingByKey("routeTo").asString().startsWith("aexpandedb");
        assertThat(healed.delivered()).isEqualTo(configuration);
        assertThat(healed.written()).isEqualTo(raw.written());
        assertThat(healed.plain(configuration)).isSameAs(healed);
    }

    /** The line of FileInstall lacks our escapes, and a reader takes a blank at its beginning for a part of the separator. */
    @Test
    void eachTextThatFileInstallWroteIntoAnEmptiedFileIsStillMeant() throws IOException {
        for (String text : texts()) {
            Map<String, Object> configuration =
                    content("").with(Map.of("host", "h", "apiPassword", text)).delivered();
            TypedProperties lines = new TypedProperties(VARIABLES);
            lines.putAll(configuration);
            StringWriter out = new StringWriter();
            lines.save(out);
            assertThat(content(out.toString()).meant(configuration)).as(text).isEqualTo(configuration);
        }
    }

    @Test
    void whoTakesABlankAwayByHandHasTakenItAway() throws IOException {
        Map<String, Object> configuration =
                content("").with(Map.of("apiPassword", " secret")).delivered();
        FileContent edited = content("apiPassword = secret\n");
        assertThat(edited.meant(configuration)).isEqualTo(Map.of("apiPassword", "secret"));
    }

    @Test
    void aHandwrittenTextIsLiteralAndKeepsItsLine() throws IOException {
        FileContent content = content("routeTo = a${env:PATH}b\napiPassword = ab\\\\\\\\cd\n");
        assertThat(content.written()).isEqualTo(Map.of("routeTo", "a${env:PATH}b", "apiPassword", "ab\\\\cd"));
        Map<String, Object> settings = new LinkedHashMap<>(content.written());
        settings.put("port", "1");
        assertThat(new String(content.with(settings).bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("routeTo = a${env:PATH}b\napiPassword = ab\\\\\\\\cd\nport = 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-8"})
    void aByteOrderMarkIsNoPartOfTheFirstKeyAndTheFileIsInUtf8(String encoding) throws IOException {
        String text = "\ufeffhost = http://127.0.0.1\napiPassword = w\u00f6rd \u20ac\n# Z\u00fcrich\nport = 1\n";
        FileContent content =
                new FileContent(text.getBytes(StandardCharsets.UTF_8), Charset.forName(encoding), VARIABLES);
        Map<String, Object> expected =
                Map.of("host", "http://127.0.0.1", "apiPassword", "w\u00f6rd \u20ac", "port", "1");
        assertThat(content.written()).isEqualTo(expected);
        assertThat(content.delivered()).containsEntry("host", "http://127.0.0.1");

        FileContent healed = content.healed(Map.of());
        assertThat(healed.marked()).isFalse();
        assertThat(healed.written()).isEqualTo(expected);
        assertThat(healed.delivered()).isEqualTo(expected);
    }

    @Test
    void aCommentAfterAByteOrderMarkIsNotASetting() throws IOException {
        FileContent content = new FileContent(
                "\ufeff# mine\nport = 1\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1, VARIABLES);
        assertThat(content.written()).isEqualTo(Map.of("port", "1"));
        assertThat(content.delivered()).isEqualTo(Map.of("port", "1"));
    }

    @Test
    void reportsTwoSpellingsOfAKey() throws IOException {
        assertThat(content("circuits.interval = 3h\nCircuits.interval = 4h\n").contradiction())
                .contains("circuits.interval and Circuits.interval are two spellings of one setting; keep one of them");
        assertThat(content("circuits.interval = 3h\ncircuits.interval = 4h\n").contradiction())
                .isEmpty();
    }

    @Test
    void anUnparsableLineDoesNotAffectOthers() throws IOException {
        FileContent content =
                content("# a \\\nhost = h\\\n  ost\ncircuits.interval = \\u00zz\nport = 1\nrouteTo = ${routeTo}\n");
        assertThat(content.readable().written()).isEqualTo(Map.of("host", "host", "port", "1"));
    }

    private static FileContent content(String text) {
        return new FileContent(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, VARIABLES);
    }

    /** Imitates FileInstall after an update of a configuration. */
    private static FileContent writtenBack(FileContent content) throws IOException {
        TypedProperties lines = new TypedProperties(VARIABLES);
        lines.load(new StringReader(new String(content.bytes(), StandardCharsets.ISO_8859_1)));
        content.delivered().forEach(lines::put);
        StringWriter out = new StringWriter();
        lines.save(out);
        return content(out.toString());
    }
}
