package io.vsatlink.satprov.vendor;

import io.vsatlink.api.dataset.Dataset;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

/** Which fields the vendor tells, be it as null. For one thread. */
public final class FieldsTold {
    /** As many as a person would read, and no more than can be remembered. */
    private static final int MOST_UNKNOWN = 50;

    private static final int LONGEST_NAME = 100;

    private final BitSet columns = new BitSet();
    private final Set<String> unknown = new TreeSet<>();

    /** @param place of the column in the dataset */
    public void column(int place) {
        columns.set(place);
    }

    /** A field that no column has. */
    public void unknown(String name) {
        if (unknown.size() < MOST_UNKNOWN && name.length() <= LONGEST_NAME && !name.contains(",")) {
            unknown.add(name);
        }
    }

    /** Takes over what another has. */
    public void add(FieldsTold other) {
        columns.or(other.columns);
        other.unknown.forEach(this::unknown);
    }

    /** The names of the columns that at least one row has. */
    public Set<String> columns(Dataset dataset) {
        Set<String> names = new TreeSet<>();
        columns.stream().forEach(place -> names.add(dataset.columns().get(place).name()));
        return names;
    }

    /** Fields that no column has, as far as their names are usable. */
    public Set<String> unknown() {
        return Set.copyOf(unknown);
    }
}
