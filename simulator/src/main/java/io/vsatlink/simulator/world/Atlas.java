/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The real places, read once from the text files beside this class. Immutable. */
public final class Atlas {
    private final List<City> cities;
    private final Map<String, List<City>> byCountry = new LinkedHashMap<>();
    private final Map<City, List<Teleport>> teleports = new LinkedHashMap<>();

    public Atlas() {
        Map<String, Language> languages = new LinkedHashMap<>();
        for (String[] f : lines("languages.txt")) {
            languages.put(f[0], new Language(f[0], f[1], words(f[2]), words(f[3]), words(f[4])));
        }
        Map<String, Country> countries = new LinkedHashMap<>();
        for (String[] f : lines("countries.txt")) {
            countries.put(f[0], new Country(f[0], f[1], f[2], known(languages, f[3]), f[4]));
        }
        List<City> all = new ArrayList<>();
        for (String[] f : lines("cities.txt")) {
            double latitude = Double.parseDouble(f[3]);
            double longitude = Double.parseDouble(f[4]);
            all.add(new City(f[0], f[1], known(countries, f[2]), latitude, longitude, f[5], f[6], f[7]));
        }
        cities = List.copyOf(all);
        List<Teleport> stations = new ArrayList<>();
        for (String[] f : lines("teleports.txt")) {
            stations.add(new Teleport(f[0], f[1], Double.parseDouble(f[2]), Double.parseDouble(f[3]), f[4]));
        }
        for (City city : cities) {
            byCountry
                    .computeIfAbsent(city.country().code(), code -> new ArrayList<>())
                    .add(city);
            teleports.put(city, nearest(stations, city));
        }
    }

    public List<City> cities() {
        return cities;
    }

    public List<City> citiesOf(Country country) {
        return byCountry.get(country.code());
    }

    /** Returns the two teleports nearest to a city: the first carries its circuits, the second is the standby. */
    public List<Teleport> teleportsFor(City city) {
        return teleports.get(city);
    }

    private static List<Teleport> nearest(List<Teleport> stations, City city) {
        return stations.stream()
                .sorted(Comparator.comparingDouble(station -> station.distance(city.latitude(), city.longitude())))
                .limit(2)
                .toList();
    }

    private static <T> T known(Map<String, T> map, String code) {
        T value = map.get(code);
        if (value == null) {
            throw new NoSuchElementException("the atlas does not know " + code);
        }
        return value;
    }

    private static List<String> words(String field) {
        return List.of(field.split("\\|", -1));
    }

    private static List<String[]> lines(String resource) {
        try (InputStream in = Atlas.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
