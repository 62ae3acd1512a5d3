/**
 * Configurations and their files, changed as one, and read as somebody wrote them.
 *
 * <p>Three others write what we write: FileInstall puts each update of a configuration back into its file, and reads a
 * file that has changed into its configuration; Karaf's {@code config:*} commands write the file, then the
 * configuration; people edit. None of them takes a lock, and the first two write in place, so that a reader may see half
 * of a file. And the first two replace variables in what they deliver, so that each setting has two values: as it was
 * delivered, which is what the configuration has, and as it was written, which is what counts.
 *
 * <ol>
 *   <li>{@link io.vsatlink.parameters.file.KeptConfigurations} makes a change once file and configuration agree: into the
 *       file at once ({@link io.vsatlink.parameters.text.ConfigurationFile}), then into the configuration.
 *   <li>{@link io.vsatlink.parameters.text.FileContent} knows both values of each line, and writes a text so that it is
 *       read as it was, by us and after FileInstall has written it once more.
 *   <li>It waits until FileInstall has written the file, which then looks newer than ours, and until file and configuration
 *       agree. What others have written meanwhile is joined with ours by what was there before ({@link
 *       io.vsatlink.parameters.file.LastSeen}), and written again, until both say what they should.
 *   <li>It hears of each update by others before FileInstall does, and compares it with the file, which counts: FileInstall
 *       may have read half of it.
 *   <li>Where somebody else has won, that is a conflict, and a problem of the configuration.
 *   <li>{@link io.vsatlink.parameters.file.WrittenReader} gives an element what was written, by the delivered values that
 *       the configuration has ({@link io.vsatlink.parameters.file.Texts} for the moments in which the file can't tell).
 *   <li>{@link io.vsatlink.parameters.file.Start} does before all that what nobody was there for, and {@link
 *       io.vsatlink.parameters.file.Lookout} looks each second for what FileInstall does not tell.
 * </ol>
 */
package io.vsatlink.parameters.file;
