/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Resolves secrets to which a file only refers: from the environment of the process, and from the folders that Karaf's
 * own interpolation uses.
 *
 * @param environment returns a variable; null if it does not exist
 * @param folders folders of files with one secret each
 */
record SecretPlaces(UnaryOperator<String> environment, List<Path> folders, Charset encoding) {
    private static final String PLUGIN = "org.apache.felix.configadmin.plugin.interpolation.";
    private static final int MOST_BYTES = 65_536;

    SecretPlaces {
        folders = List.copyOf(folders);
    }

    /** @param property returns a framework property; null if it does not exist */
    static SecretPlaces of(UnaryOperator<String> property) {
        String folders = Objects.requireNonNullElseGet(
                property.apply(PLUGIN + "secretsdir"),
                () -> Objects.requireNonNullElse(property.apply("karaf.etc"), ""));
        String encoding = property.apply(PLUGIN + "file.encoding");
        return new SecretPlaces(
                System::getenv,
                Arrays.stream(folders.split("\\s*,\\s*"))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList(),
                encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
    }

    /** @throws BadValueException with a sentence that names the reference and never contains the secret */
    String secret(String key, SecretReference reference) throws BadValueException {
        Optional<String> found = reference.kind().equals("env")
                ? Optional.ofNullable(environment.apply(reference.name()))
                : file(key, reference);
        if (found.isPresent()) {
            return found.get();
        }
        if (reference.fallback() != null) {
            return reference.fallback();
        }
        throw new BadValueException(key + ": " + reference + " has no value: "
                + (reference.kind().equals("env")
                        ? "the container's process has no such environment variable"
                        : "there is no such file in " + folders));
    }

    private Optional<String> file(String key, SecretReference reference) throws BadValueException {
        for (Path file : files(key, reference)) {
            // reading a device or a pipe would never end
            if (Files.isRegularFile(file)) {
                return Optional.of(read(key, reference, file));
            }
        }
        return Optional.empty();
    }

    private List<Path> files(String key, SecretReference reference) throws BadValueException {
        List<Path> files = new ArrayList<>();
        try {
            for (Path folder : folders) {
                Path file = folder.resolve(reference.name()).normalize();
                if (!file.startsWith(folder.normalize())) {
                    throw new BadValueException(key + ": " + reference + " leads outside of " + folder);
                }
                files.add(file);
            }
        } catch (InvalidPathException e) {
            throw new BadValueException(key + ": " + reference + " is not the name of a file");
        }
        return files;
    }

    private String read(String key, SecretReference reference, Path file) throws BadValueException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BadValueException(key + ": " + reference + " is larger than 64 kB, too large for a secret");
            }
            return encoding.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            throw new BadValueException(key + ": " + reference + " is not encoded in " + encoding);
        } catch (IOException e) {
            throw new BadValueException(key + ": " + reference + " can't be read: " + e.getMessage());
        }
    }
}
