/**
 * The text of a configuration file. It is read in its written and its delivered form, and written so that we,
 * FileInstall and Karaf, which define the format, read back the same texts.
 *
 * <ol>
 *   <li>{@link io.vsatlink.parameters.text.ConfigurationFile} replaces the file atomically and keeps owner, group and
 *       permissions.
 *   <li>{@link io.vsatlink.parameters.text.FileContent} holds both values of each line. Unchanged settings keep their
 *       lines.
 *   <li>{@link io.vsatlink.parameters.text.Dollars} and {@link io.vsatlink.parameters.text.FirstCharacter} escape the
 *       characters that the format would lose or replace.
 *   <li>{@link io.vsatlink.parameters.text.Settings} converts a configuration without the properties that the framework
 *       adds.
 * </ol>
 */
package io.vsatlink.parameters.text;
