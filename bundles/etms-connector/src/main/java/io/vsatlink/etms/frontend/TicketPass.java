package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.etms.connection.TicketPage;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.listing.BrokenListing;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.listing.Verdict;
import io.vsatlink.remote.pace.StoppedException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of the ticket list, from its first page to its end. For one thread. */
final class TicketPass {
    private static final Logger LOG = LoggerFactory.getLogger(TicketPass.class);

    /** A poll fails when more tickets than this, and more than 1 % of them, are bad. */
    private static final int BAD_ALLOWED = 10;

    private final GenerationWriter writer;
    private final TicketPoll.Pages pages;
    private final ListingWalk walk;
    private final Set<String> keptKeys = new HashSet<>();
    private long items;
    private long duplicates;
    private long bad;
    private boolean unreadableKey;
    private String sample = "";

    TicketPass(GenerationWriter writer, TicketPoll.Pages pages) {
        this.writer = writer;
        this.pages = pages;
        this.walk = pages.walk();
    }

    void read() throws PollFailed, StoppedException {
        for (Optional<PageRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            PageRequest request = next.get();
            Optional<TicketPage> page = page(request);
            report(request, page);
            if (page.isPresent() && !request.probe()) {
                take(page.get());
            }
        }
    }

    private void report(PageRequest request, Optional<TicketPage> page) throws PollFailed {
        try {
            if (page.isEmpty()) {
                walk.absent(request);
            } else {
                walk.came(request, page.get().head(), page.get().mark());
            }
        } catch (BrokenListing e) {
            throw new PollFailed(e.getMessage());
        }
    }

    /** Empty where ETMS has no such page. */
    private Optional<TicketPage> page(PageRequest request) throws PollFailed, StoppedException {
        try {
            return Optional.of(pages.page(request));
        } catch (VendorException e) {
            if (request.absentBy(e)) {
                return Optional.empty();
            }
            String of = walk.pages() == 0 ? "" : " of " + Math.max(walk.pages(), request.number() + 1);
            throw new PollFailed("page " + (request.number() + 1) + of + ": " + e.getMessage(), e);
        }
    }

    private void take(TicketPage page) throws PollFailed {
        items += page.rows().size() + page.bad().size();
        if (!page.rows().isEmpty()) {
            duplicates += writer.write(page.rows()).duplicates();
        }
        for (TicketPage.Bad each : page.bad()) {
            setAside(each);
        }
        long all = Math.max(items, walk.total());
        if (bad > BAD_ALLOWED && bad * 100 > all) {
            throw new PollFailed(bad + " of " + all + " tickets are bad" + sample);
        }
    }

    private void setAside(TicketPage.Bad ticket) {
        String what = ticket.name();
        bad++;
        if (sample.isEmpty()) {
            sample = ", for instance " + what + " (" + ticket.reason() + ")";
            LOG.warn("A ticket was set aside: {} ({})", what, ticket.reason());
        }
        if (ticket.ticketId() == null) {
            unreadableKey = true;
        } else if (keptKeys.add(ticket.ticketId())) {
            writer.keep(ticket.ticketId());
        } else {
            duplicates++;
        }
    }

    ListingWalk walk() {
        return walk;
    }

    /** Whether it met all tickets. */
    Verdict verdict() {
        return walk.verdict(duplicates);
    }

    /** Whether one of the tickets that seem to be missing may be one whose id can't be read. */
    boolean unreadableKey() {
        return unreadableKey;
    }

    /** What was set aside, as the end of a Reason; empty where nothing was. */
    String setAsideNote() {
        return bad == 0 ? "" : "; " + bad + (bad == 1 ? " ticket" : " tickets") + " set aside" + sample;
    }
}
