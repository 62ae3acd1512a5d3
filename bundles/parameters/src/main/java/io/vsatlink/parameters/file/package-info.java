/**
 * Configurations and their files, changed as one.
 *
 * <p>Three others write what we write: FileInstall puts each update of a configuration back into its file, and reads a
 * file that has changed into its configuration; Karaf's {@code config:*} commands write the file, then the
 * configuration; people edit. None of them takes a lock, and the first two write in place, so that a reader may see half
 * of a file.
 *
 * <ol>
 *   <li>{@link io.vsatlink.parameters.file.KeptConfigurations} makes a change: from the file as it is, into the file at
 *       once ({@link io.vsatlink.parameters.file.ConfigurationFile}), then into the configuration.
 *   <li>It waits until FileInstall has written what it always writes ({@link
 *       io.vsatlink.parameters.file.EventTurn}), and looks whether the change is still there.
 *   <li>It hears of each update by others before FileInstall does. What FileInstall has read is compared with the file
 *       once more; what somebody else wrote with the values that were replaced a moment ago ({@link
 *       io.vsatlink.parameters.file.RecentWrites}).
 * </ol>
 */
package io.vsatlink.parameters.file;
