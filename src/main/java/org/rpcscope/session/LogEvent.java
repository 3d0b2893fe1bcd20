package org.rpcscope.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;

/**
 * A record of a log that is no session, as its reader hands it over. The fields are looked at and not kept: their map may
 * be a view and may be filled again for the next event.
 *
 * @param time nanoseconds since 1970
 * @param host the name of the host that it is about, not of a sensor that saw it; null where the record does not say
 * @param address of that host; null where the record does not say
 * @param peer the other address that it has to do with, such as the one that a logon came from
 * @param user who did it, as {@code DOMAIN\name} where the domain is known
 * @param subject what it was about, in a few words: the process that was started, the service that was installed, the
 *     signature of an alert; empty where there is nothing to say
 * @param origin where the record begins: the offset in the unpacked input, by which it is found again
 * @param fields by the names that rules know them by; texts, whole numbers ({@link Integer}, {@link Long}), booleans,
 *     {@link IpAddress}, null, and lists and maps of these, as JSON gives them
 */
public record LogEvent(
        long time,
        @Nullable String host,
        @Nullable IpAddress address,
        @Nullable IpAddress peer,
        @Nullable String user,
        EventKind kind,
        String subject,
        long origin,
        Map<String, ?> fields) {}
