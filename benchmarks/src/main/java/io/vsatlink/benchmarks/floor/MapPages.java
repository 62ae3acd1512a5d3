/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.kit.sync.RowMapper;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.json.Envelope;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import io.vsatlink.satprov.remote.SatprovProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code MapPages hand|profile|hand-lists|profile-lists <port> <times> <file>}: maps all pages of circuits to rows, and
 * writes the rows to the file once.
 */
public final class MapPages {

    private MapPages() {}

    /** Maps the bytes of a page to its rows. */
    interface Mapper {
        List<Row> rows(byte[] page) throws IOException;
    }

    public static void main(String... arguments) throws Exception {
        VendorPages vendor = new VendorPages(Integer.parseInt(arguments[1]));
        vendor.login();
        boolean lists = arguments[0].endsWith("-lists");
        List<byte[]> pages = new ArrayList<>();
        for (byte[] page : vendor.allBytes()) {
            pages.add(lists ? ListShape.of(page) : page);
        }
        int times = Integer.parseInt(arguments[2]);
        Mapper mapper = mapper(arguments[0], lists);
        map(mapper, pages, times / 2 + 1);
        Stopwatch watch = new Stopwatch();
        long rows = map(mapper, pages, times);
        watch.stop();
        List<String> lines = new ArrayList<>();
        for (byte[] page : pages) {
            mapper.rows(page).forEach(row -> lines.add(row.toString().replace('\n', ' ')));
        }
        Files.write(Path.of(arguments[3]), lines);
        if (rows != (long) lines.size() * times) {
            throw new IllegalStateException("not all rows were mapped each time");
        }
    }

    private static Mapper mapper(String how, boolean lists) throws IOException, ProfileException {
        if (how.startsWith("hand")) {
            return lists ? new HandListMapper() : new HandMapper();
        }
        return byProfile(lists ? listProfile() : SatprovProfile.BUILT_IN.read());
    }

    private static VendorProfile listProfile() throws IOException, ProfileException {
        ListingNeeds circuits = new ListingNeeds(
                Dataset.CIRCUITS.columns(), Dataset.CIRCUITS.keyColumn().name());
        try (InputStream json = MapPages.class.getResourceAsStream("list-shape.json")) {
            return ProfileReader.read(
                    json, "list-shape.json", new ProfileNeeds(Set.of(), Map.of("circuits", circuits), Map.of()));
        }
    }

    private static long map(Mapper mapper, List<byte[]> pages, int times) throws IOException {
        long rows = 0;
        for (int i = 0; i < times; i++) {
            for (byte[] page : pages) {
                rows += mapper.rows(page).size();
            }
        }
        return rows;
    }

    /** The connector's own mapping. */
    private static Mapper byProfile(VendorProfile profile) {
        ListingProfile listing = profile.listings().get(Dataset.CIRCUITS.key());
        RowMapper mapper = new RowMapper(Dataset.CIRCUITS, listing.items());
        Envelope envelope = Envelope.of(listing, profile.errors());
        return page -> {
            List<Row> rows = new ArrayList<>();
            FieldTally told = mapper.tally();
            envelope.read(new ByteArrayInputStream(page), (parser, name) -> {
                mapper.map(parser, name, told, bad -> {}).ifPresent(rows::add);
            });
            return rows;
        };
    }
}
