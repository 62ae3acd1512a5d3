package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.satprov.vendor.MappedItem;
import io.vsatlink.satprov.vendor.SatprovClient;
import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.VendorException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads all pages of a dataset, one after the other. */
final class PageFetcher {
    private final SatprovClient client;
    private final Dataset dataset;
    private final int itemsPerPage;

    private final BooleanSupplier cancelled;

    PageFetcher(SatprovClient client, Dataset dataset, int itemsPerPage, BooleanSupplier cancelled) {
        this.client = client;
        this.dataset = dataset;
        this.itemsPerPage = itemsPerPage;
        this.cancelled = cancelled;
    }

    /** What a page is given to. */
    interface PageSink {
        void take(List<MappedItem> items) throws PollFailedException;
    }

    /**
     * One pass over the dataset.
     *
     * @param progress told after each page
     * @return how many rows the vendor says there are, -1 where it never said
     */
    long fetchAll(PageSink sink, Consumer<Progress> progress) throws VendorException, PollFailedException {
        Progress done = Progress.NONE;
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new PollFailedException(PollOutcome.CANCELLED, "cancelled before " + done.at());
            }
            List<MappedItem> items = new ArrayList<>();
            PageHead head = client.page(dataset, done.pages(), itemsPerPage, items::add);
            if (!items.isEmpty()) {
                sink.take(items);
            }
            done = new Progress(done.pages() + 1, pagesTotal(head), done.items() + head.rows());
            progress.accept(done);
            boolean allThere = head.totalItems() >= 0 && done.items() >= head.totalItems();
            if (head.rows() == 0 || allThere) {
                return head.totalItems();
            }
        }
    }

    /** Out of the rows and the size that the server used, which may be smaller than what was asked for. */
    private static int pagesTotal(PageHead head) {
        if (head.totalPages() > 0) {
            return head.totalPages();
        }
        return head.totalItems() > 0 && head.pageSize() > 0
                ? (int) ((head.totalItems() + head.pageSize() - 1) / head.pageSize())
                : 0;
    }
}
