/** What every element that logs in needs beside the client: not to try a refused login again, and when to try another. */
@Export
@Version("0.1.0")
package io.vsatlink.remote.login;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
