package io.vsatlink.satprov.pass;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.satprov.vendor.FieldsTold;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of a dataset the vendor tells, and which it told once. A field that goes from every row at the same time
 * is a fault of the vendor's, and nothing that should empty a column of ours.
 */
public final class ColumnMemory {
    /** In fewer rows a field that nobody fills looks like one that is gone. */
    private static final long ROWS_TO_JUDGE_BY = 20;

    /** Whoever has more unknown fields has made his point. */
    private static final int MOST_UNKNOWN = 100;

    private final ElementMemory memory;
    private final String element;
    private final Dataset dataset;

    public ColumnMemory(ElementMemory memory, String element, Dataset dataset) {
        this.memory = memory;
        this.element = element;
        this.dataset = dataset;
    }

    /** The columns whose old values the last poll kept. */
    Set<String> vanishedBefore() {
        return columns("vanished");
    }

    /** The columns that were told once and that no row of a whole pass has any more. */
    Set<String> vanished(FieldsTold told, long rows) {
        Set<String> missing = rows < ROWS_TO_JUDGE_BY ? vanishedBefore() : columns("told");
        missing.removeAll(told.columns(dataset));
        return missing;
    }

    /**
     * Keeps for the next poll what this one found.
     *
     * @return the fields that no column has, as far as no poll before told of them
     */
    Set<String> remember(FieldsTold told, Set<String> vanished) {
        Set<String> known = columns("told");
        known.addAll(told.columns(dataset));
        keep("told", known);
        keep("vanished", vanished);
        Set<String> heardOf = recall("unknown");
        Set<String> unheardOf = new TreeSet<>(told.unknown());
        unheardOf.removeAll(heardOf);
        if (heardOf.size() < MOST_UNKNOWN) {
            heardOf.addAll(unheardOf);
            keep("unknown", heardOf);
        }
        return unheardOf;
    }

    /** What an earlier version knew may be no column any more. */
    private Set<String> columns(String list) {
        Set<String> names = recall(list);
        names.retainAll(dataset.columns().stream().map(Column::name).toList());
        return names;
    }

    private Set<String> recall(String list) {
        Optional<String> text = memory.recall(element, name(list));
        return new TreeSet<>(text.isPresent() ? Set.of(text.get().split(",")) : Set.of());
    }

    private void keep(String list, Set<String> names) {
        String text = names.isEmpty() ? null : String.join(",", names);
        if (!Optional.ofNullable(text).equals(memory.recall(element, name(list)))) {
            memory.remember(element, name(list), text);
        }
    }

    private String name(String list) {
        return "satprov.columns." + list + "." + dataset.key();
    }
}
