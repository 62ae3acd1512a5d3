/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The recording of an element's calls, as its windows see it: {@link io.vsatlink.kit.recording.ElementRecording} is switched by
 * operations of the element, shown by its readings, and read through the port {@code CallRecording}.
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.recording;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
