/**
 * One generation of a listing, from its opening to its publication.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.generation.GenerationWriters} admits one writer per listing; {@code JdbcGenerationWriter}
 *       first undoes what an earlier one left ({@code AbandonedGeneration}).
 *   <li>For each page, {@code PassMemory} removes the unchanged rows. For the others, {@code PageWriter} has
 *       {@code VersionLookup} find the stored versions, {@code PagePlan} decide and {@code VersionTable} write, each page in one
 *       transaction ({@code DirectPages}), or several together ({@code GatheredPages}); {@code LongTexts} stores texts that exceed their columns. Columns that the vendor no longer returns keep
 *       their values ({@code CarriedColumns}).
 *   <li>At the end {@code VersionSweep} closes the rows that were not seen, in chunks, and the generation becomes current; or
 *       {@code HeldTable} keeps it until a person accepts it.
 *   <li>{@code RemovedDataset} removes all generations.
 * </ol>
 */
package io.vsatlink.store.jdbc.generation;
