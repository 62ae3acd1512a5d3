/** What of the vendor is known here: its profile, and how a row of it becomes one of ours. */
package io.vsatlink.satprov.remote;
