package io.vsatlink.simulator.inventory;

import io.vsatlink.simulator.network.Dataset;
import io.vsatlink.simulator.network.Row;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** One dataset at one moment. Immutable. */
public record View(Dataset dataset, Overlay overlay) {

    /** Takes rows one after another, so that nobody needs to hold many of them. */
    @FunctionalInterface
    public interface RowSink {
        void accept(Row row) throws IOException;
    }

    public int total() {
        return generated() + overlay.added().size();
    }

    /** The rows at some positions; positions beyond the end give none. */
    public void page(long from, int count, RowSink sink) throws IOException {
        long end = Math.min(total(), from + count);
        for (long position = from; position < end; position++) {
            sink.accept(row(indexAt((int) position)));
        }
    }

    /**
     * Every row, in the order of the list. Deliberately walks the indexes instead of asking {@link #indexAt}: this is what
     * paging is checked against.
     */
    public void all(RowSink sink) throws IOException {
        int nextRemoved = 0;
        for (int index = 0; index < dataset.size(); index++) {
            if (nextRemoved < overlay.removed().size() && overlay.removed().get(nextRemoved) == index) {
                nextRemoved++;
            } else {
                sink.accept(row(index));
            }
        }
        for (int index : overlay.added()) {
            sink.accept(row(index));
        }
    }

    Row row(int index) {
        Row changed = overlay.changed().get(index);
        return changed == null ? dataset.row(index) : changed;
    }

    /** The row with a key, if it is in the list now. */
    OptionalInt indexOf(String key) {
        return dataset.indexOf(key).stream().filter(this::isListed).findFirst();
    }

    private boolean isListed(int index) {
        return index < dataset.size()
                ? Collections.binarySearch(overlay.removed(), index) < 0
                : overlay.added().contains(index);
    }

    /** The index of what is now listed at a position: as many further on as rows before it are gone. */
    int indexAt(int position) {
        if (position >= generated()) {
            return overlay.added().get(position - generated());
        }
        List<Integer> removed = overlay.removed();
        int gone = 0;
        int bound = removed.size();
        while (gone < bound) {
            int middle = (gone + bound) >>> 1;
            if (removed.get(middle) - middle <= position) {
                gone = middle + 1;
            } else {
                bound = middle;
            }
        }
        return position + gone;
    }

    private int generated() {
        return dataset.size() - overlay.removed().size();
    }
}
