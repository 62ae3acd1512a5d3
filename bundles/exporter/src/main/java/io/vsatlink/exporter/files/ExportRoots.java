package io.vsatlink.exporter.files;

import io.vsatlink.parameters.Restriction;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places that exports may be written to. They come from the framework's properties, so that nobody who may edit
 * settings can widen them. Immutable.
 */
public final class ExportRoots {
    public static final String PROPERTY = "io.vsatlink.exportRoots";
    private static final Logger LOG = LoggerFactory.getLogger(ExportRoots.class);

    private final boolean anywhere;
    private final List<Path> roots;

    private ExportRoots(boolean anywhere, List<Path> roots) {
        this.anywhere = anywhere;
        this.roots = roots;
    }

    /**
     * @param property a comma list of absolute directories; null or blank allows all. An entry that is no absolute
     *     directory allows nothing
     */
    public static ExportRoots of(String property) {
        if (property == null || property.isBlank()) {
            return new ExportRoots(true, List.of());
        }
        return new ExportRoots(
                false,
                Arrays.stream(property.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .flatMap(text -> absolute(text).stream())
                        .toList());
    }

    private static Optional<Path> absolute(String text) {
        try {
            Path root = Path.of(text);
            if (root.isAbsolute()) {
                return Optional.of(root.normalize());
            }
        } catch (InvalidPathException e) {
            LOG.debug("no path", e);
        }
        LOG.warn("{}: \"{}\" is no absolute directory and allows nothing", PROPERTY, text);
        return Optional.empty();
    }

    /** What may be set, by its text alone; links are followed when the path is used. */
    public Restriction restriction() {
        return anywhere
                ? Restriction.NONE
                : Restriction.to(text -> roots.stream().anyMatch(Path.of(text)::startsWith), ", inside " + places());
    }

    /**
     * Where a path leads, links followed. What does not exist yet counts as what it would become.
     *
     * @throws IOException where that is outside of the roots
     */
    public Path real(Path directory) throws IOException {
        Path real = resolved(directory);
        rootOf(directory, real);
        return real;
    }

    /** Opens a directory for an export and creates what is missing of it. */
    public OpenDirectory open(Path directory) throws IOException {
        if (anywhere) {
            Files.createDirectories(directory);
            return OpenDirectory.at(directory.toRealPath());
        }
        Path real = resolved(directory);
        Path root = rootOf(directory, real);
        Files.createDirectories(real);
        return OpenDirectory.below(root, real);
    }

    private static Path resolved(Path directory) throws IOException {
        Path existing = directory;
        while (Files.notExists(existing)) {
            existing = existing.getParent();
        }
        return existing.toRealPath().resolve(existing.relativize(directory)).normalize();
    }

    /** The real root that a real path is in. */
    private Path rootOf(Path directory, Path real) throws IOException {
        if (anywhere) {
            return real.getRoot();
        }
        List<Path> existing = new ArrayList<>();
        for (Path root : roots) {
            if (Files.exists(root)) {
                existing.add(root.toRealPath());
            }
        }
        return existing.stream()
                .filter(real::startsWith)
                .findFirst()
                .orElseThrow(() -> new FileSystemException(
                        directory.toString(), null, "leads to " + real + ", which is not inside " + places()));
    }

    private String places() {
        return roots.isEmpty()
                ? "any directory that " + PROPERTY + " names"
                : roots.stream().map(Path::toString).collect(Collectors.joining(" or "));
    }
}
