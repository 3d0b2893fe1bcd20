package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.InterfaceId;

/**
 * What the objects {@code dcerpc} and {@code smb} of EVE say: interfaces asked for, operations called, and who signed in
 * (Suricata, rust/src/dcerpc/log.rs and rust/src/smb/log.rs, which write them).
 *
 * @param call an operation; null where the record is of none
 */
record EveSpeech(
        Remark.@Nullable Call call,
        List<Binding> bindings,
        @Nullable Authentication authentication) {

    private static final int MOST_INTERFACES = 64;

    /** Of an object {@code dcerpc}; null where it says nothing. */
    static @Nullable EveSpeech ofDcerpc(Map<?, ?> said) {
        List<Binding> bindings = bindings(said);
        Remark.Call call = call(said);
        return bindings.isEmpty() && call == null ? null : new EveSpeech(call, bindings, null);
    }

    /** Of an object {@code smb}; null where it says nothing of DCE/RPC or of who signed in. */
    static @Nullable EveSpeech ofSmb(Map<?, ?> smb) {
        if (smb.get("dcerpc") instanceof Map<?, ?> said) {
            return ofDcerpc(said);
        }
        if (smb.get("ntlmssp") instanceof Map<?, ?> token) {
            String user = text(token.get("user"));
            return user == null || user.isEmpty() ? null : new EveSpeech(null, List.of(), ntlm(token, user, smb));
        }
        return null;
    }

    private static Authentication ntlm(Map<?, ?> token, String user, Map<?, ?> smb) {
        String status = text(smb.get("status"));
        Authentication.Outcome outcome = status == null || status.contains("MORE_PROCESSING")
                ? Authentication.Outcome.UNKNOWN
                : status.equals("STATUS_SUCCESS") ? Authentication.Outcome.ACCEPTED : Authentication.Outcome.DENIED;
        String domain = text(token.get("domain"));
        return new Authentication("ntlm", null, domain, user, text(token.get("host")), null, outcome);
    }

    private static Remark.@Nullable Call call(Map<?, ?> said) {
        if (!"REQUEST".equals(said.get("request"))) {
            return null;
        }
        Object opnum = said.get("opnum");
        if (opnum == null && said.get("req") instanceof Map<?, ?> request) {
            opnum = request.get("opnum");
        }
        return opnum instanceof Long number && number >= 0 && number <= 0xFFFF
                ? new Remark.Call(null, null, null, number.intValue(), "FAULT".equals(said.get("response")))
                : null;
    }

    private static List<Binding> bindings(Map<?, ?> said) {
        List<Binding> bindings = new ArrayList<>();
        if (said.get("interfaces") instanceof List<?> interfaces) {
            for (Object each : interfaces) {
                InterfaceId id = each instanceof Map<?, ?> one ? interfaceId(one) : null;
                if (id != null && bindings.size() < MOST_INTERFACES) {
                    bindings.add(new Binding(id, result(((Map<?, ?>) each).get("ack_result"))));
                }
            }
        }
        return bindings;
    }

    private static @Nullable InterfaceId interfaceId(Map<?, ?> one) {
        String uuid = text(one.get("uuid"));
        String version = text(one.get("version"));
        if (uuid == null || uuid.length() != 36 || version == null) {
            return null;
        }
        try {
            String[] parts = version.split("\\.", 2);
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            boolean fits = major >= 0 && major <= 0xFFFF && minor >= 0 && minor <= 0xFFFF;
            return fits ? new InterfaceId(UUID.fromString(uuid.toLowerCase(Locale.ROOT)), major, minor) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** C706 12.6.3.1: 0 is acceptance, 1 and 2 rejections; MS-RPCE 2.2.2.4: 3 is feature negotiation. */
    private static Binding.Result result(@Nullable Object written) {
        return switch (written instanceof Long number ? number.intValue() : -1) {
            case 0 -> Binding.Result.ACCEPTED;
            case 1, 2 -> Binding.Result.REJECTED;
            case 3 -> Binding.Result.NEGOTIATED;
            default -> Binding.Result.UNANSWERED;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
