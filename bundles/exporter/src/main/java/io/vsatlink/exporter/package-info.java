/**
 * The store to files.
 *
 * <ol>
 *   <li>{@link io.vsatlink.exporter.Exporters} has one {@link io.vsatlink.exporter.Exporter} for each provisioning
 *       element; its event handler enqueues and returns at once.
 *   <li>Its one {@link io.vsatlink.exporter.ExportThread} opens the directory, if it is an allowed place and no other
 *       element's, and reads all datasets at fixed generations,
 *   <li>{@link io.vsatlink.exporter.files.FileSet} stages every file under a temporary name in the same directory,
 *   <li>and only when all of them are on the disk renames them, the manifest last: until then the old set is untouched,
 *       and a reader that checks the manifest can prove that its set is one set.
 *   <li>At the start, and when a closed store may be open again, it compares the manifest with the store, so that a lost
 *       event or a kill costs delay, not data.
 * </ol>
 */
package io.vsatlink.exporter;
