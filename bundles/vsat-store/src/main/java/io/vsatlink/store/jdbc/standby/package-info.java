/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Reading from a standby: {@code Progress} reckons how far it is behind, {@code Standby} decides whether it is read.
 */
package io.vsatlink.store.jdbc.standby;
