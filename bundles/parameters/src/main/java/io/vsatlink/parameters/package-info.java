/**
 * Settings and readings, each defined once by its element and shown on every surface.
 *
 * <ol>
 *   <li>A setting is a method of the element's {@code @ObjectClassDefinition}, with its {@link Setting} beside it.
 *   <li>{@link SettingCatalog} reads those definitions: key, default and {@link Kind} from the class, the description
 *       from the Metatype document that the build generates from it.
 *   <li>{@link ElementSettings} follows the settings as they are written in the file. It does not use the values that
 *       the container delivers, because variables and references are replaced in them, whoever wrote them.
 *   <li>{@link SettingCatalog#judge} converts these into {@link Values}: the values in force, and the problems. Only a
 *       secret may be a reference to another place.
 *   <li>{@link SettingsWriter} is the only write path: it validates a value, then changes the file and the raw
 *       configuration. A change that could send secrets to another place removes them.
 *   <li>{@code jmx.ParameterMBean} shows settings, readings ({@link Reading}) and operations ({@link Operation}) on
 *       JMX.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.parameters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
