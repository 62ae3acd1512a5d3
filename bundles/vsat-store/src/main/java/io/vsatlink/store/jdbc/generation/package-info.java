/**
 * One generation of a listing, from its opening to its publication.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.generation.GenerationWriters} lets one writer a listing begin; {@code
 *       JdbcGenerationWriter} first undoes what an earlier one left ({@code AbandonedGeneration}).
 *   <li>A page: {@code PassMemory} takes out what is as it was. For the rest {@code PageWriter} asks {@code VersionLookup}
 *       what is there, lets {@code PagePlan} decide, and has {@code VersionTable} write it, in one transaction; {@code
 *       LongTexts} takes what no column does. Columns that the vendor no longer returns keep their values ({@code
 *       CarriedColumns}).
 *   <li>At the end {@code VersionSweep} closes the rows that nobody saw, in chunks, and the generation becomes current; or
 *       {@code HeldTable} keeps it until a person accepts it.
 *   <li>{@code RemovedDataset} removes all generations.
 * </ol>
 */
package io.vsatlink.store.jdbc.generation;
