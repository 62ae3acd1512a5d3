package io.vsatlink.exporter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that the container works in: what lies there is configured, deployed, run or its data, and the VSAT database
 * among it. No export ever goes there, whoever asks for it. Immutable.
 */
public final class ContainerPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerPlaces.class);

    private static final List<String> OF_KARAF =
            List.of("etc", "deploy", "system", "data", "bin", "lib", "instances", "lock");

    private final List<Path> places;

    private ContainerPlaces(List<Path> places) {
        this.places = places;
    }

    /** For a process that is no container. */
    public static ContainerPlaces none() {
        return new ContainerPlaces(List.of());
    }

    /** @param property the properties of the framework by name; null where there is no such property */
    public static ContainerPlaces of(UnaryOperator<String> property) {
        Stream<String> karafs = Stream.of("karaf.home", "karaf.base")
                .map(property)
                .filter(home -> home != null)
                .flatMap(home -> OF_KARAF.stream().map(name -> home + "/" + name));
        Stream<String> named = Stream.of(
                        "karaf.etc",
                        "karaf.data",
                        "karaf.log",
                        "karaf.instances",
                        "org.osgi.framework.storage",
                        "felix.cm.dir")
                .map(property)
                .filter(place -> place != null);
        Stream<String> watched = Stream.of("felix.fileinstall.dir")
                .map(property)
                .filter(list -> list != null)
                .flatMap(list -> Stream.of(list.split(",", -1)));
        return new ContainerPlaces(Stream.of(karafs, named, watched)
                .flatMap(each -> each)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> path(text).stream())
                .distinct()
                .toList());
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            LOG.debug("the container has a place that is none", e);
            return Optional.empty();
        }
    }

    /** The place that a path is in; empty where it is in none. */
    Optional<Path> around(Path path) {
        return places.stream()
                .filter(place -> path.startsWith(place) || path.startsWith(real(place)))
                .findFirst();
    }

    private static Path real(Path place) {
        try {
            return Files.exists(place) ? place.toRealPath() : place;
        } catch (IOException e) {
            LOG.debug("{} has no real path", place, e);
            return place;
        }
    }
}
