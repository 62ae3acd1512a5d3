/**
 * Clocks and threads of elements, shared by all bundles.
 *
 * <ol>
 *   <li>{@link io.vsatlink.runtime.ElementClock} runs scheduled work. It comes first in the health of its
 *       element: if the clock has stopped, everything else is out of date.
 *   <li>{@link io.vsatlink.runtime.Age} measures ages regardless of changes to the machine's clock.
 *   <li>{@link io.vsatlink.runtime.ThreadsEnd} ends threads within the time that a framework may wait.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
