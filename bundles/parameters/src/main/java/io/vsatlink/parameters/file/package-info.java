/**
 * Keeps configurations and their files consistent, and reads settings as they were written.
 *
 * <p>There are three other writers. FileInstall writes each update of a configuration back into its file, and reads a
 * changed file into its configuration. Karaf's {@code config:*} commands write the file, then the configuration. People
 * edit files. None of them takes a lock. The first two write in place, so that a reader may see half of a file, and
 * they replace variables in the values that they deliver. So each setting has two values: the delivered value, which
 * the configuration contains, and the written value, which takes precedence.
 *
 * <ol>
 *   <li>{@link io.vsatlink.parameters.file.KeptConfigurations} makes a change once file and configuration agree: it
 *       replaces the file atomically ({@link io.vsatlink.parameters.text.ConfigurationFile}), then updates the
 *       configuration.
 *   <li>{@link io.vsatlink.parameters.text.FileContent} holds both values of each line. It writes a text so that it is
 *       read back unchanged, also after FileInstall has rewritten the file.
 *   <li>It waits until FileInstall has written the file, which then has a newer time stamp, and until file and
 *       configuration agree. Changes that others have made in the meantime are merged with ours, based on the previous
 *       state ({@link io.vsatlink.parameters.file.LastSeen}), and written again, until both are as intended.
 *   <li>It receives each update by others before FileInstall does, and compares it with the file, which takes
 *       precedence: FileInstall may have read half of the file.
 *   <li>If another writer won, this is a conflict, and is reported as a problem of the configuration.
 *   <li>{@link io.vsatlink.parameters.file.WrittenReader} returns the written values of an element, found by the
 *       delivered values of the configuration ({@link io.vsatlink.parameters.file.Texts} while the file can't be read).
 *   <li>Before all this, {@link io.vsatlink.parameters.file.Start} handles changes made while VsatLink was stopped.
 *       {@link io.vsatlink.parameters.file.Lookout} checks once a second for changes that FileInstall does not report.
 * </ol>
 */
package io.vsatlink.parameters.file;
