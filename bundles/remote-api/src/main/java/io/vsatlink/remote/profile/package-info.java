/** The vendor profile: all that is assumed about a vendor's API, as data that an operator can replace. */
@Export
@Version("0.1.0")
package io.vsatlink.remote.profile;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
