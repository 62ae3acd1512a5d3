/**
 * The threads of an element.
 *
 * <ol>
 *   <li>{@link io.vsatlink.kit.runtime.ElementRuntime} has the element's threads: a clock, and the pools that the element
 *       asks for.
 *   <li>Its clock begins as soon as the element can, and runs scheduled work from then on. {@code StoreWait} is the outermost run:
 *       while the database is not available scheduled work is paused, and one line in the log reports it.
 *   <li>A stop aborts running work and waits up to five seconds for its end.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
