package org.rpcscope.dcerpc.smb;

/**
 * When and where a message came in.
 *
 * @param time nanoseconds since 1970 of the packet that completed it
 * @param first where the record of the packet that began it stands in the unpacked input
 * @param last where that of the packet that completed it stands
 */
record Arrival(long time, long first, long last) {}
