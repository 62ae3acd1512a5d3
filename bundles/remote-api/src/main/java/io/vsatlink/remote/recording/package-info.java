/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The last calls of an element, for people who look for a fault. Off until somebody switches it on.
 *
 * <ol>
 *   <li>The link to a vendor has a {@link io.vsatlink.remote.recording.CallObserver}, which sees each call begin, be
 *       answered and end. A {@link io.vsatlink.remote.recording.Recorder} is one; while it is off, it costs the call
 *       the look at one field.
 *   <li>While it is on, a {@code RecordedExchange} copies the beginnings of the bodies as they pass by.
 *   <li>At the end of the call a {@link io.vsatlink.remote.recording.Redaction} masks what must not be seen: the values of
 *       secrets in every form, and what stands under a name that tells of a secret. Nothing is kept before that.
 *   <li>A {@code Tape} keeps the calls within a number, and within a part of the memory that all elements share.
 *   <li>{@link io.vsatlink.remote.recording.HarFile} writes them for other programs.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.recording;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
