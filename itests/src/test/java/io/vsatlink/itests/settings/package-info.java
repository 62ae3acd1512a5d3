/** Changes of settings: many at once, in every supported way, and with mistakes. */
package io.vsatlink.itests.settings;
