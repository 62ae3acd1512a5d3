/**
 * You are here: HTTP/1.1 over sockets, plain or TLS. Our own, because a vendor that misbehaves must be able to send what no
 * decent server sends: a wrong Content-Length, a body that just stops, nothing at all.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.wire.SocketServer} accepts connections and runs each on a pooled thread.
 *   <li>{@link io.vsatlink.simulator.wire.Connection} reads a {@link io.vsatlink.simulator.wire.Request}, asks the {@link
 *       io.vsatlink.simulator.wire.Site} for a {@link io.vsatlink.simulator.wire.Reply} and has it written. A reply that
 *       must wait is parked with a timer and holds no thread.
 *   <li>{@link io.vsatlink.simulator.wire.ChunkedOutput} and {@link io.vsatlink.simulator.wire.Drip} are how bodies leave.
 * </ol>
 */
package io.vsatlink.simulator.wire;
