/**
 * Rows as CSV, the same whether they go to a file or to a browser.
 *
 * <ol>
 *   <li>{@link io.vsatlink.csv.CsvRows} writes a header and the rows, as many as there are, in the memory of one.
 *   <li>{@link io.vsatlink.csv.CsvCell} is how a value is written; {@link io.vsatlink.csv.FormulaGuard} keeps a spreadsheet
 *       from running a text.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.csv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
