/** Bundles are updated, and elements taken away, while they poll: what is left behind, and what goes on. */
package io.vsatlink.itests.update;
