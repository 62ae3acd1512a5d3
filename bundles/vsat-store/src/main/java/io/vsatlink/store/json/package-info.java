/** The canonical form of JSON text. */
package io.vsatlink.store.json;
