/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.element;

import io.vsatlink.kit.connection.ConnectionRules;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.profile.VendorProfile;
import java.util.function.BiFunction;

/**
 * What all elements of a connector have in common.
 *
 * @param <C> the client that the connector uses
 * @param type as in the name of the MBean: {@code Satprov}
 * @param settings the definition of the settings; {@code profile}, {@code trustedCertificates} and
 *     {@code clientKeyStore} among them are judged here
 * @param profile in force where no setting names another one
 * @param connection what of the login is the connector's own
 * @param client made for where and as whom to log in, and for the profile in force
 */
public record ElementKind<C extends RemoteClient>(
        String type,
        Class<?> settings,
        BuiltInProfile profile,
        ConnectionRules connection,
        BiFunction<Access, VendorProfile, C> client) {}
