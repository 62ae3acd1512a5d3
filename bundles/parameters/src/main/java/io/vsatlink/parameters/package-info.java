/**
 * Settings and readings, each defined once by its element, projected to where people meet them.
 *
 * <ol>
 *   <li>A setting is a method of the element's {@code @ObjectClassDefinition}, with its {@link Setting} beside it.
 *   <li>{@link SettingCatalog} reads those definitions: key, default and {@link Kind} from the class, the description
 *       from the Metatype document that the build made of it.
 *   <li>{@link ElementSettings} follows what somebody writes, in the file and not in what the container delivers, which has
 *       variables and references replaced, whoever wrote them.
 *   <li>{@link SettingCatalog#judge} turns that into {@link Values}: what is in force, and the problems. A secret, and nothing
 *       else, may be a reference to where it is.
 *   <li>{@link SettingsWriter} is the one write path: validate, then change the file and the raw configuration. A change that
 *       could lead secrets elsewhere takes them along.
 *   <li>{@code jmx.ParameterMBean} shows settings, readings ({@link Reading}) and operations ({@link Operation}) by JMX.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.parameters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
