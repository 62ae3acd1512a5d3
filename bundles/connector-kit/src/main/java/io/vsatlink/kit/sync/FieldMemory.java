package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.remote.item.FieldTally;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of a listing the vendor tells, and which it told once. A field that goes from every row at the same time
 * is a fault of the vendor's, and nothing that should empty a column of ours.
 */
public final class FieldMemory {
    /** In fewer rows a field that nobody fills looks like one that is gone. */
    private static final long ROWS_TO_JUDGE_BY = 20;

    /** Whoever has more unknown fields has made his point. */
    private static final int MOST_UNKNOWN = 100;

    private final ElementMemory memory;
    private final String element;
    private final String connector;
    private final Listing listing;

    /** @param connector begins the names under which the element's memory keeps this */
    public FieldMemory(ElementMemory memory, String element, String connector, Listing listing) {
        this.memory = memory;
        this.element = element;
        this.connector = connector;
        this.listing = listing;
    }

    /** The columns whose old values the last poll kept. */
    Set<String> vanishedBefore() {
        return ofListing(recall("vanished"));
    }

    /** The columns of the listing that were told once and that no row of a whole pass has any more. */
    Set<String> vanished(FieldTally told, List<String> columns) {
        return ofListing(
                told.items() < ROWS_TO_JUDGE_BY ? recall("vanished") : Drift.gone(told, columns, recall("told")));
    }

    /**
     * Keeps for the next poll what this one found.
     *
     * @return how the fields differ from those that the polls before told
     */
    Drift remember(FieldTally told, List<String> columns, Set<String> vanished) {
        Set<String> known = recall("told");
        Set<String> kinds = recall("kinds");
        Set<String> heardOf = recall("unknown");
        Drift drift = Drift.of(told, columns, vanished, new Drift.Known(known, kinds, heardOf));
        known.addAll(Drift.told(told, columns));
        keep("told", known);
        keep("vanished", vanished);
        kinds.addAll(Drift.kinds(told, columns));
        keep("kinds", kinds);
        if (heardOf.size() < MOST_UNKNOWN) {
            heardOf.addAll(told.unknown().keySet());
            keep("unknown", heardOf);
        }
        keepText("drift", drift.warning());
        return drift;
    }

    /** What the last successful poll had to warn of; empty where that was nothing. */
    public String warning() {
        return memory.recall(element, name("drift")).orElse("");
    }

    /** What an earlier version, or a profile, knew may be no column any more. */
    private Set<String> ofListing(Set<String> names) {
        names.retainAll(listing.columns().stream().map(Column::name).toList());
        return names;
    }

    private Set<String> recall(String list) {
        Optional<String> text = memory.recall(element, name(list));
        return new TreeSet<>(text.isPresent() ? Set.of(text.get().split(",")) : Set.of());
    }

    private void keep(String list, Set<String> names) {
        keepText(list, String.join(",", names));
    }

    private void keepText(String list, String text) {
        Optional<String> kept = text.isEmpty() ? Optional.empty() : Optional.of(text);
        if (!kept.equals(memory.recall(element, name(list)))) {
            memory.remember(element, name(list), kept.orElse(null));
        }
    }

    private String name(String list) {
        return connector + ".columns." + list + "." + listing.key();
    }
}
