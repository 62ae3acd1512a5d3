package io.vsatlink.satprov.poll;

import java.util.Optional;

/**
 * How much may go at once without a person's word. A vendor that lost its data, or forgot to page, looks like one that
 * removed rows.
 *
 * @param percent of the rows that may go; a few hundred may go in any case
 */
record DeletionLimit(int percent) {
    private static final long ALWAYS_ALLOWED = 500;

    /**
     * Why a person should look first; empty where nobody need.
     *
     * @param removed rows that would go
     * @param before rows there are
     */
    Optional<String> exceededBy(long removed, long before) {
        boolean everything = removed > 0 && removed == before;
        boolean tooMany = removed > ALWAYS_ALLOWED && removed * 100 > before * percent;
        if (everything) {
            return Optional.of("all " + before + " rows would be removed");
        }
        return tooMany
                ? Optional.of(removed + " of " + before + " rows would be removed, more than " + percent + " %")
                : Optional.empty();
    }
}
