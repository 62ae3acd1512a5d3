/**
 * An element of a connector, from its configuration to its end.
 *
 * <ol>
 *   <li>A connector says in an {@link io.vsatlink.kit.element.ElementKind} what its elements are: which settings they have, how
 *       they log in, and by which client they call. The container gives an {@link io.vsatlink.kit.element.ElementHost}.
 *   <li>{@link io.vsatlink.kit.element.ElementParts} wires both: the settings, the vendor profile in force, the connection, the
 *       threads. The connector reads its settings there and gives back where and as whom to log in.
 *   <li>Its calls can be recorded, which is the same for every connector: its page has the operations and the readings for it.
 *   <li>Its clock looks after the profile and the login, and then does the connector's own work, which is the schedule.
 *   <li>The element is shown and offered as a service; a stop takes it back in the opposite order.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.element;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
