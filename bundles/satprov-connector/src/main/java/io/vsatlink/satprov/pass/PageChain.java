package io.vsatlink.satprov.pass;

import io.vsatlink.satprov.vendor.MappedItem;
import io.vsatlink.satprov.vendor.MappedPage;
import io.vsatlink.vendor.PageRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds from page to page where a listing ends whose vendor does not tell how many there are. For one thread. */
final class PageChain {
    private final boolean tellsNext;
    private final Set<String> told = new HashSet<>();
    private List<MappedItem> before = List.of();
    private int pages;
    private int largest;

    /** @param tellsNext whether a page tells how the next one is asked for; else a short or empty one is the last */
    PageChain(boolean tellsNext) {
        this.tellsNext = tellsNext;
    }

    /** How many rows a page has, as far as was seen. */
    int sizeUsed() {
        return largest;
    }

    /**
     * The page that follows; empty at the end.
     *
     * @throws PassFailedException where the listing turns in a circle
     */
    Optional<PageRef> after(MappedPage page) throws PassFailedException {
        pages++;
        int rows = page.items().size();
        if (rows > 0 && page.items().equals(before)) {
            throw new PassFailedException("page " + pages + " has the same rows as the page before it");
        }
        before = List.copyOf(page.items());
        if (tellsNext) {
            Optional<PageRef.After> next = page.head().next();
            if (next.isPresent() && !told.add(next.get().told())) {
                throw new PassFailedException("page " + pages + " says that a page follows which was read already");
            }
            return next.map(PageRef.class::cast);
        }
        // the first page may be short because the server cuts all of them: the second one shows
        boolean last = rows == 0 || (pages > 1 && rows < largest);
        largest = Math.max(largest, rows);
        return last ? Optional.empty() : Optional.of(new PageRef.Nth(pages));
    }
}
