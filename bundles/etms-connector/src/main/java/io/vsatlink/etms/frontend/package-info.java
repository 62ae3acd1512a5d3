/** The mirror: polls, statistics, and who is told what changed. */
package io.vsatlink.etms.frontend;
