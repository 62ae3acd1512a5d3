/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The shell command {@code vsat:calls}, once for all connectors. Without a shell in the host, this package is never loaded. */
package io.vsatlink.kit.recording.command;
