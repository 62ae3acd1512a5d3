/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows that were read of a listing. Not thread-safe. */
final class Sample {
    private final ItemReader reader;
    private final int key;
    private final FieldTally tally;
    private final List<RejectedRow> setAside = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Proposals proposals;
    private long repeated;
    private String repeatedKey = "";
    private List<String> before = Collections.emptyList();
    private int pages;
    private String overlap = "";
    private Heading heading;

    Sample(ItemReader reader) {
        this.reader = reader;
        this.tally = reader.tally();
        this.proposals = new Proposals(reader.columns());
        this.key = reader.profile().fields().stream()
                .map(column -> column.name())
                .toList()
                .indexOf(reader.profile().key());
    }

    /** The rows of one page, counted only when the page is complete. */
    final class Page implements ItemSink {
        private final List<Item> items = new ArrayList<>();
        private FieldTally told = reader.tally();

        @Override
        public void take(JsonParser parser, String name) throws IOException {
            items.add(reader.read(parser, name, told));
        }

        /** Adds a row that cannot be read, or an item whose rows cannot be read. */
        void reject(RejectedRow bad) {
            items.add(bad);
        }

        @Override
        public void heading(Heading came) {
            heading = heading == null ? came : heading;
        }

        @Override
        public void again() {
            items.clear();
            told = reader.tally();
        }

        PageMark mark() {
            return PageMark.of(items, Sample.this::key);
        }

        /** Adds the page to the sample. */
        void add() {
            tally.add(told);
            for (Item item : items) {
                if (item instanceof RejectedRow bad) {
                    setAside.add(bad);
                } else if (item instanceof Item.Read read) {
                    proposals.add(read);
                }
                String id = key(item);
                if (id != null && !keys.add(id)) {
                    repeated++;
                    repeatedKey = repeatedKey.isEmpty() ? id : repeatedKey;
                }
            }
            compare(items.stream().map(Sample.this::key).toList());
        }
    }

    /** A page that begins inside the one before, by more than rows that moved: its position is not what the profile says. */
    private void compare(List<String> now) {
        pages++;
        int from = now.isEmpty() || now.get(0) == null ? -1 : before.indexOf(now.get(0));
        int common = from < 0 ? 0 : before.size() - from;
        if (from > 0
                && overlap.isEmpty()
                && 2 * common >= before.size()
                && common <= now.size()
                && before.subList(from, before.size()).equals(now.subList(0, common))) {
            overlap = "page " + pages + " begins with the last " + Counted.of(common, "row") + " of page " + (pages - 1)
                    + ": the vendor counts rows where the profile counts pages; correct the style of paging or its parameter";
        }
        before = now;
    }

    private String key(Item item) {
        return item instanceof Item.Read read ? String.valueOf(read.values().get(key)) : ((RejectedRow) item).key();
    }

    /** Of the first page; null if there was none. */
    Heading heading() {
        return heading;
    }

    List<ColumnProfile> columns() {
        return reader.columns();
    }

    FieldTally tally() {
        return tally;
    }

    List<RejectedRow> setAside() {
        return setAside;
    }

    Proposals proposals() {
        return proposals;
    }

    /** What is wrong with the keys, or with the pages that repeat them; empty if nothing is. */
    Optional<String> repetition() {
        if (!overlap.isEmpty()) {
            return Optional.of(overlap);
        }
        return repeated == 0
                ? Optional.empty()
                : Optional.of(Counted.of(repeated, "row has", "rows have") + " the key of another row, for instance "
                        + repeatedKey + ": " + reader.profile().key() + " must be unique");
    }
}
