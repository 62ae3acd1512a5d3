/**
 * What every element runs on, whichever bundle it is of.
 *
 * <ol>
 *   <li>{@link io.vsatlink.runtime.ElementClock} looks again and again for what is due. It comes first in the health of its
 *       element: a clock that stands still makes everything else old.
 *   <li>{@link io.vsatlink.runtime.Age} is how long ago something was, whoever sets the machine's clock.
 *   <li>{@link io.vsatlink.runtime.ThreadsEnd} ends threads within the time that a framework may wait.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
