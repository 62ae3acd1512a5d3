/** The memory that the whole container needs for a large network. */
package io.vsatlink.itests.memory;
