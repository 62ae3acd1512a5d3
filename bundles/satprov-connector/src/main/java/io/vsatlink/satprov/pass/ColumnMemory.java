package io.vsatlink.satprov.pass;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.ElementMemory;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which columns of a dataset the vendor tells, and which it told once. A field that goes from every row at the same time
 * is a fault of the vendor's, and nothing that should empty a column of ours.
 */
public final class ColumnMemory {
    /** In fewer rows a field that nobody fills looks like one that is gone. */
    private static final long ROWS_TO_JUDGE_BY = 20;

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
        return recall("vanished");
    }

    /** The columns that were told once and that no row of a whole pass has any more. */
    Set<String> vanished(BitSet told, long rows) {
        Set<String> missing = rows < ROWS_TO_JUDGE_BY ? vanishedBefore() : recall("told");
        missing.removeAll(names(told));
        return missing;
    }

    /** Keeps for the next poll what this one found. */
    void remember(BitSet told, Set<String> vanished) {
        Set<String> known = recall("told");
        known.addAll(names(told));
        keep("told", known);
        keep("vanished", vanished);
    }

    private Set<String> names(BitSet told) {
        Set<String> names = new TreeSet<>();
        told.stream().mapToObj(dataset.columns()::get).map(Column::name).forEach(names::add);
        return names;
    }

    private Set<String> recall(String list) {
        Optional<String> text = memory.recall(element, name(list));
        Set<String> names = new TreeSet<>(text.isPresent() ? Set.of(text.get().split(",")) : Set.of());
        // what an earlier version knew may be no column any more
        names.removeIf(name ->
                dataset.columns().stream().noneMatch(column -> column.name().equals(name)));
        return names;
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
