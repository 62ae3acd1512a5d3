/** The vendor-specific part: its profile, and the mapping of its rows to ours. */
package io.vsatlink.satprov.remote;
