/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Rows;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.PageFacts;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A listing of circuits whose rows a test moves while they are read. */
final class Pages implements PageSource {
    static final int SIZE = 10;
    private static final PageFacts TOTAL = new PageFacts(new FactPlace("/total", null), null, null, null, null);

    final List<String> keys = new ArrayList<>();
    final List<String> columnsLeftOut = new ArrayList<>();
    final List<String> unknownFields = new ArrayList<>();
    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger mostUnderWay = new AtomicInteger();
    final List<Runnable> afterPage = new ArrayList<>();
    final Map<String, JsonNode> values = new HashMap<>();
    boolean tellsTotal = true;
    /** Where all pages but the first meet; null where none waits for another. */
    CyclicBarrier meeting;

    /** Ends what {@link #hanging} waits for. */
    final CountDownLatch aborted = new CountDownLatch(1);

    /** Runs as the call of a page but the first begins, which then lasts until it is cut; null where none does. */
    Runnable hanging;

    boolean repeats;
    long bytes = 1000;
    private int served;

    Pages(int rows) {
        IntStream.range(0, rows).mapToObj("C%04d"::formatted).forEach(keys::add);
    }

    @Override
    public ListedPage page(PageRef page, int size) {
        int number = repeats ? 0 : ((PageRef.Nth) page).number();
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            if (meeting != null && number > 0) {
                meeting.await(10, TimeUnit.SECONDS);
            }
            if (hanging != null && number > 0) {
                hanging.run();
                assertThat(aborted.await(10, TimeUnit.SECONDS)).as("cut").isTrue();
            }
            return served(number);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the others were not asked for at the same time", e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private synchronized ListedPage served(int page) {
        int from = Math.min(page * SIZE, keys.size());
        List<String> part = List.copyOf(keys.subList(from, Math.min(from + SIZE, keys.size())));
        PageHead head = new PageHead(SIZE, tellsTotal ? keys.size() : -1, -1, part.size(), bytes, Optional.empty());
        List<Row> rows = new ArrayList<>();
        for (String key : part) {
            rows.add(Rows.circuit(key, columnsLeftOut.contains("status") ? null : "Active"));
        }
        if (served < afterPage.size()) {
            afterPage.get(served).run();
        }
        served++;
        return new ListedPage(head, PageMark.of(rows, Row::key), rows, List.of(), told(part.size()));
    }

    /** By the vendor's own words, so that the tally is made as it always is. */
    private FieldTally told(int rows) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (Column column : Dataset.CIRCUITS.columns()) {
            if (!columnsLeftOut.contains(column.name())) {
                item.put(column.name(), "x");
            }
        }
        item.put("serviceTier", 3);
        values.forEach(item::set);
        unknownFields.forEach(name -> item.put(name, "new"));
        RowMapper mapper = mapper();
        FieldTally told = mapper.tally();
        try {
            for (int i = 0; i < rows; i++) {
                JsonParser parser = item.traverse();
                parser.nextToken();
                Optional<Row> unused = mapper.map(parser, null, told, bad -> {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    private static RowMapper mapper() {
        return PlainItems.mapper(Dataset.CIRCUITS);
    }

    @Override
    public ListingWalk walk() {
        return new ListingWalk(
                new PagingProfile(Style.PAGE, new PagePosition("page", null, 0), tellsTotal ? TOTAL : PageFacts.NONE),
                SIZE,
                key());
    }

    @Override
    public List<String> columns() {
        return Dataset.CIRCUITS.columns().stream().map(Column::name).toList();
    }

    @Override
    public String key() {
        return "circuitId (/circuitId)";
    }

    @Override
    public FieldTally tally() {
        return mapper().tally();
    }

    int served() {
        return served;
    }

    @Override
    public void abort() {
        aborted.countDown();
    }
}
