package io.vsatlink.api.store;

/**
 * What a page did to the store, in rows.
 *
 * @param added keys that the current generation does not have
 * @param changed keys whose content differs from the current generation's
 * @param unchanged rows that needed no write
 * @param duplicates keys that this pass had before. A key that only an earlier pass had counts as unchanged, or as changed
 *     where its content is another than that pass brought
 */
public record PageOutcome(int added, int changed, int unchanged, int duplicates) {}
