/** Settings as people change them: many at once, by every way there is, and with mistakes. */
package io.vsatlink.itests.settings;
