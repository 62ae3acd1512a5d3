/**
 * What an element runs on.
 *
 * <ol>
 *   <li>{@link io.vsatlink.kit.runtime.ElementRuntime} has the element's threads: a clock, and the pools that the element
 *       asks for.
 *   <li>Its clock begins as soon as the element can, and does what is due from then on. {@code StoreWait} is the outermost run:
 *       while the database is away what is due waits, and one line in the log says so.
 *   <li>A stop aborts what runs and waits five seconds for it.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
