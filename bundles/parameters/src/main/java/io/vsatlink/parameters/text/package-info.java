/**
 * The text of a configuration's file: read as it was written and as it is delivered, and written so that it is read again as
 * it was, by us and by FileInstall and Karaf, whose format it is.
 *
 * <ol>
 *   <li>{@link io.vsatlink.parameters.text.ConfigurationFile} is replaced at once and keeps owner, group and permissions.
 *   <li>{@link io.vsatlink.parameters.text.FileContent} knows both values of each line; what did not change keeps its line.
 *   <li>{@link io.vsatlink.parameters.text.Dollars} and {@link io.vsatlink.parameters.text.FirstCharacter} escape what the
 *       format would lose or replace.
 *   <li>{@link io.vsatlink.parameters.text.Settings} is a configuration without what the framework adds.
 * </ol>
 */
package io.vsatlink.parameters.text;
