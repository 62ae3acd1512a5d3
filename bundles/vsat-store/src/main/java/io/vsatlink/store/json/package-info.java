/** What JSON text means, whatever it looks like. */
package io.vsatlink.store.json;
