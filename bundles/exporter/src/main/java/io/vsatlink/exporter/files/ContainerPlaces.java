/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container's own folders: their files are configured, deployed or run, or are the VSAT database. No
 * export ever goes there. A user's own folder in Karaf's {@code data} is allowed.
 * Immutable.
 */
public final class ContainerPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerPlaces.class);

    private static final List<String> OF_KARAF = List.of("etc", "deploy", "system", "bin", "lib", "instances", "lock");

    private static final List<String> OF_DATA = List.of(
            "cache", "generated-bundles", "kar", "log", "maven", "port", "security", "tmp", "txlog", "vsatlink");

    private final List<Path> places;
    private final List<Path> data;

    private ContainerPlaces(List<Path> places, List<Path> data) {
        this.places = places;
        this.data = data;
    }

    /** For a process that is not a container. */
    public static ContainerPlaces none() {
        return new ContainerPlaces(List.of(), List.of());
    }

    /** @param property the properties of the framework by name; null for an unknown property */
    public static ContainerPlaces of(UnaryOperator<String> property) {
        List<String> homes = values(property, "karaf.home", "karaf.base");
        List<String> data = Stream.concat(
                        homes.stream().map(home -> home + "/data"), values(property, "karaf.data").stream())
                .toList();
        List<String> watched = values(property, "felix.fileinstall.dir").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .toList();
        List<String> named = values(
                property, "karaf.etc", "karaf.log", "karaf.instances", "org.osgi.framework.storage", "felix.cm.dir");
        return new ContainerPlaces(
                paths(Stream.of(inside(homes, OF_KARAF), inside(data, OF_DATA), named, watched)
                        .flatMap(List::stream)),
                paths(data.stream()));
    }

    private static List<String> values(UnaryOperator<String> property, String... names) {
        return Stream.of(names).map(property).filter(value -> value != null).toList();
    }

    private static List<String> inside(List<String> folders, List<String> names) {
        return folders.stream()
                .flatMap(folder -> names.stream().map(name -> folder + "/" + name))
                .toList();
    }

    private static List<Path> paths(Stream<String> texts) {
        return texts.map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> path(text).stream())
                .distinct()
                .toList();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            LOG.debug("a folder of the container is not a valid path", e);
            return Optional.empty();
        }
    }

    /** The container's folder that contains a path; empty for none. */
    Optional<Path> around(Path path) {
        return Stream.concat(
                        places.stream().filter(place -> path.startsWith(place) || path.startsWith(real(place))),
                        data.stream().filter(folder -> path.equals(folder) || path.equals(real(folder))))
                .findFirst();
    }

    private static Path real(Path place) {
        try {
            return ExportRoots.resolved(place);
        } catch (IOException e) {
            LOG.debug("{} has no real path", place, e);
            return place;
        }
    }
}
