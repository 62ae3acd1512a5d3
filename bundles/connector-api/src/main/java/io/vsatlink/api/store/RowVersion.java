package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.time.Instant;

/**
 * How a row was for a while.
 *
 * @param firstGeneration the generation that brought this content
 * @param since when that generation became current; null where its record was pruned
 * @param lastGeneration the last generation that has it, 0 while it is part of the current one
 * @param until when another content, or the removal, became current; null while it is part of the current generation
 */
public record RowVersion(Row row, long firstGeneration, Instant since, long lastGeneration, Instant until) {}
