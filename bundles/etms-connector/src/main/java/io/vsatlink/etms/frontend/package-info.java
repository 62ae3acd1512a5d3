/** The mirror: polls, statistics, and who is told what changed and asked what people did. */
package io.vsatlink.etms.frontend;
