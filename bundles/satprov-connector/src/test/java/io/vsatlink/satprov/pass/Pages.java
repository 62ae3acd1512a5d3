package io.vsatlink.satprov.pass;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Rows;
import io.vsatlink.satprov.vendor.FieldsTold;
import io.vsatlink.satprov.vendor.MappedItem;
import io.vsatlink.satprov.vendor.MappedPage;
import io.vsatlink.satprov.vendor.PageSource;
import io.vsatlink.vendor.PageHead;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A listing of circuits whose rows a test moves while they are read. */
final class Pages implements PageSource {
    static final int SIZE = 10;

    final List<String> keys = new ArrayList<>();
    final List<String> columnsLeftOut = new ArrayList<>();
    final List<String> unknownFields = new ArrayList<>();
    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger mostUnderWay = new AtomicInteger();
    final List<Runnable> afterPage = new ArrayList<>();
    long bytes = 1000;
    private int served;

    Pages(int rows) {
        IntStream.range(0, rows).mapToObj("C%04d"::formatted).forEach(keys::add);
    }

    @Override
    public MappedPage page(int page) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            return served(page);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private synchronized MappedPage served(int page) {
        int from = Math.min(page * SIZE, keys.size());
        List<String> part = List.copyOf(keys.subList(from, Math.min(from + SIZE, keys.size())));
        PageHead head = new PageHead(page + 1, SIZE, keys.size(), -1, part.size(), bytes);
        List<MappedItem> items = new ArrayList<>();
        for (String key : part) {
            items.add(new MappedItem.Mapped(Rows.circuit(key, columnsLeftOut.contains("status") ? null : "Active")));
        }
        if (served < afterPage.size()) {
            afterPage.get(served).run();
        }
        served++;
        return new MappedPage(head, items, told());
    }

    private FieldsTold told() {
        FieldsTold told = new FieldsTold();
        List<Column> columns = Dataset.CIRCUITS.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (!columnsLeftOut.contains(columns.get(i).name())) {
                told.column(i);
            }
        }
        unknownFields.forEach(told::unknown);
        return told;
    }

    int served() {
        return served;
    }

    @Override
    public void abort() {}
}
