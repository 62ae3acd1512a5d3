package io.vsatlink.etms.connection;

import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.vendor.PageRef;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.listing.ListingWalk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ETMS, as this connector needs it. Thread-safe. Every call blocks and is made once. */
public interface EtmsApi extends AutoCloseable {
    /** How many tickets are asked for at a time. */
    int TICKETS_A_PAGE = 200;

    /** Logs in, with exactly one attempt. */
    void login() throws VendorException;

    /** Where a reading of the ticket list begins, goes on and ends. Calls nobody. */
    ListingWalk walk();

    /**
     * One page of the ticket list.
     *
     * @param size tickets to ask for
     */
    TicketPage page(PageRef page, int size) throws VendorException;

    Optional<Ticket> ticket(String ticketId) throws VendorException;

    Optional<Ticket> ticketByExternalId(String externalId) throws VendorException;

    /** The activity log, oldest first; empty where there is no such ticket. */
    Optional<List<Activity>> activities(String ticketId) throws VendorException;

    /**
     * Makes a ticket.
     *
     * @param fields by our names, each of its column's type
     * @return its id, also where there is one with the same external id already; empty where that was not told
     */
    String create(Map<String, Object> fields) throws VendorException;

    /** Changes fields of a ticket. */
    Written update(String ticketId, Map<String, Object> fields) throws VendorException;

    /** Adds a note; one with the same external id is there already counts as done. */
    Written note(String ticketId, String text, String externalId) throws VendorException;

    /** Sets the status that ends a ticket. */
    Written end(String ticketId) throws VendorException;

    /** Ends the calls under way; later ones work. */
    void abort();

    /** Ends the calls under way, and allows no more. */
    @Override
    void close();

    /** What became of a change. */
    enum Written {
        DONE,
        /** Somebody else changed the ticket meanwhile; nothing was written. */
        CHANGED,
        /** There is no such ticket. */
        ABSENT
    }
}
