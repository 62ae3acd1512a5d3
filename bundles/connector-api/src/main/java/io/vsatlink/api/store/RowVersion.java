/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.time.Instant;

/**
 * A version of a row.
 *
 * @param firstGeneration the generation that brought this content
 * @param since when that generation became current; null if its record was pruned
 * @param lastGeneration the last generation that contains it, 0 while it is part of the current one
 * @param until when newer content, or the removal, became current; null while it is part of the current generation
 */
public record RowVersion(Row row, long firstGeneration, Instant since, long lastGeneration, Instant until) {}
