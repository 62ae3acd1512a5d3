/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.felix.utils.properties.TypedProperties;
import org.apache.felix.utils.properties.TypedProperties.SubstitutionCallback;

/**
 * The bytes of a configuration's file, read in two ways: as FileInstall and Karaf deliver them, with
 * <code>${name}</code> replaced, and as they were written. A setting is the written text. Unchanged settings keep their
 * lines, including comments.
 */
public final class FileContent {
    private static final Pattern COMMENT = Pattern.compile("^\\s*([#!]|$)");

    /** A line that continues in the next one. */
    private static final Pattern CONTINUED = Pattern.compile("(?<!\\\\)(\\\\{2})*\\\\\\R?$");

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final byte[] bytes;
    private final Charset encoding;
    private final SubstitutionCallback variables;

    /**
     * @param variables the values with which FileInstall replaces <code>${name}</code>; <code>$[...]</code> is not
     *     replaced
     */
    FileContent(byte[] bytes, Charset encoding, SubstitutionCallback variables) {
        this.bytes = bytes.clone();
        this.encoding = encoding;
        this.variables = variables;
    }

    /** The content that FileInstall writes into an empty file. */
    static FileContent unescaped(Map<String, Object> settings, Charset encoding, SubstitutionCallback variables)
            throws IOException {
        TypedProperties lines = new TypedProperties(variables);
        lines.putAll(settings);
        StringWriter out = new StringWriter();
        lines.save(out);
        return new FileContent(out.toString().getBytes(encoding), encoding, variables);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    public boolean sameAs(FileContent other) {
        return Arrays.equals(bytes, other.bytes);
    }

    /** Returns whether every reader reads the same settings from both files. */
    public boolean meansTheSame(FileContent other) throws IOException {
        return written().equals(other.written()) && delivered().equals(other.delivered());
    }

    /** Returns whether every reader can parse the complete file. */
    public boolean isUnderstood() {
        try {
            return understood(new String(bytes, encoding)) && contradiction().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether the file begins with a byte order mark, which other readers treat as a part of the first key. */
    public boolean marked() {
        return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    /**
     * Returns the settings as FileInstall delivers them; without the byte order mark in keys.
     *
     * @throws IOException with a sentence that names the part that can't be parsed
     */
    public Map<String, Object> delivered() throws IOException {
        return Settings.own(parsed(new String(bytes, encoding), new TypedProperties(variables)));
    }

    /**
     * Returns the settings as FileInstall delivers them, except for those that it wrote itself, into a file that
     * somebody had emptied: its lines lack our escapes, so that reading them may replace variables, and lose a blank at
     * the beginning of a value.
     *
     * @param known the settings that the configuration had
     */
    public Map<String, Object> meant(Map<String, Object> known) throws IOException {
        Map<String, Object> meant = healed(known).delivered();
        for (Map.Entry<String, Object> each : meant.entrySet()) {
            Object value = known.get(each.getKey());
            if (value != null && !value.equals(each.getValue()) && hasLine(each.getKey(), value)) {
                each.setValue(value);
            }
        }
        return meant;
    }

    /** Returns whether the file contains the setting as FileInstall writes it. */
    private boolean hasLine(String key, Object value) throws IOException {
        String line = new String(unescaped(Map.of(key, value), encoding, variables).bytes, encoding);
        String end = System.lineSeparator();
        return (end + new String(bytes, encoding) + end).contains(end + line);
    }

    /**
     * Returns the settings as they were written: only the escapes of a properties file are removed.
     *
     * @throws IOException with a sentence that names the part that can't be parsed
     */
    public Map<String, Object> written() throws IOException {
        Map<String, Object> written = new LinkedHashMap<>();
        lines().forEach((key, value) -> written.put(key, value instanceof String text ? Dollars.read(text) : value));
        return written;
    }

    /** Returns the content without the lines that can't be parsed. The meaning of the other lines does not change. */
    public FileContent readable() {
        String all = new String(bytes, encoding);
        if (understood(all)) {
            return this;
        }
        StringBuilder kept = new StringBuilder();
        StringBuilder setting = new StringBuilder();
        for (String line : all.split("(?<=\n)", -1)) {
            setting.append(line);
            if (COMMENT.matcher(line).find() || !CONTINUED.matcher(line).find()) {
                kept.append(understood(setting.toString()) ? setting : "");
                setting.setLength(0);
            }
        }
        return new FileContent(kept.toString().getBytes(encoding), encoding, variables);
    }

    private boolean understood(String line) {
        try {
            TypedProperties unused = parsed(line, new TypedProperties(variables));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns a sentence if two spellings of one key occur, which no container accepts. */
    Optional<String> contradiction() throws IOException {
        Map<String, String> spellings = new LinkedHashMap<>();
        for (String key : written().keySet()) {
            String other = spellings.putIfAbsent(Settings.folded(key), key);
            if (other != null) {
                return Optional.of(other + " and " + key + " are two spellings of one setting; keep one of them");
            }
        }
        return Optional.empty();
    }

    /** Returns the same file with these settings, such that {@link #written} returns them. */
    public FileContent with(Map<String, Object> settings) throws IOException {
        TypedProperties lines = lines();
        Map<String, Object> before = written();
        for (String key : new ArrayList<>(lines.keySet())) {
            if (!settings.containsKey(key) && !Settings.framework(key)) {
                lines.remove(key);
            }
        }
        FirstCharacter first = FirstCharacter.of(new String(bytes, encoding) + settings.values());
        settings.forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                lines.put(key, value instanceof String text ? first.marked(Dollars.written(text)) : value);
            }
        });
        StringWriter out = new StringWriter();
        lines.save(out);
        return new FileContent(encoded(first.escaped(out.toString())), encoding, variables);
    }

    /**
     * Returns the same file, in which each text that is delivered unchanged stays unchanged: FileInstall writes the
     * values of a configuration without escaping them, and would replace a variable in them when it reads the file
     * again.
     *
     * @param delivered the settings of the configuration
     */
    public FileContent plain(Map<String, Object> delivered) throws IOException {
        Map<String, Object> written = written();
        Map<String, Object> replaced = delivered();
        Map<String, Object> rest = new LinkedHashMap<>(written);
        delivered.forEach((key, value) -> {
            Object text = value instanceof String string ? Dollars.read(string) : value;
            if (text.equals(written.get(key)) && !value.equals(replaced.get(key))) {
                rest.remove(key);
            }
        });
        return rest.equals(written) ? this : with(rest).with(written);
    }

    /**
     * Returns the same file without a byte order mark, for readers that do not support it. Texts that are delivered
     * unchanged are escaped, because FileInstall may have written them into an older file.
     *
     * @param delivered the settings that the configuration had
     */
    public FileContent healed(Map<String, Object> delivered) throws IOException {
        return (marked() ? with(written()) : this).plain(delivered);
    }

    private TypedProperties lines() throws IOException {
        String text = marked()
                ? new String(bytes, MARK.length, bytes.length - MARK.length, StandardCharsets.UTF_8)
                : new String(bytes, encoding);
        return parsed(text, new TypedProperties(false));
    }

    private static TypedProperties parsed(String text, TypedProperties lines) throws IOException {
        try {
            lines.load(new StringReader(text));
            // typed values are parsed only when they are requested
            lines.forEach((key, value) -> {});
        } catch (RuntimeException e) {
            // the library has no exception class of its own for an invalid escape, variable or type
            throw new IOException(e.getCause() instanceof IOException cause ? cause.getMessage() : e.getMessage(), e);
        }
        return lines;
    }

    /** Keeps a line whose characters are in UTF-8 and do not exist in the encoding of the file. */
    private byte[] encoded(String text) {
        CharsetEncoder encoder = encoding.newEncoder();
        StringBuilder fitting = new StringBuilder(text.length());
        text.codePoints().mapToObj(Character::toString).forEach(each -> {
            if (encoder.canEncode(each)) {
                fitting.append(each);
            } else {
                each.chars().forEach(unit -> fitting.append(String.format("\\u%04x", unit)));
            }
        });
        return fitting.toString().getBytes(encoding);
    }
}
