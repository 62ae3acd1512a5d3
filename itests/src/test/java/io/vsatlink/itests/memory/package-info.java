/** How much memory the whole container needs for a large network. */
package io.vsatlink.itests.memory;
