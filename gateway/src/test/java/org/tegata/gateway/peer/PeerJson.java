package org.tegata.gateway.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** The peer's own JSON, checksums (RFC 8785 for the numbers that trade documents hold) and signature check. */
public final class PeerJson {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private PeerJson() {}

    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(json, unreadable);
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String sha256(String ascii) {
        return sha256(ascii.getBytes(StandardCharsets.UTF_8));
    }

    public static String documentChecksum(String json) {
        return sha256(canonical(tree(json)));
    }

    static String canonical(JsonNode node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            out.append('{');
            for (int i = 0; i < names.size(); i++) {
                out.append(i == 0 ? "" : ",");
                string(names.get(i), out);
                out.append(':');
                write(node.get(names.get(i)), out);
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(node.get(i), out);
            }
            out.append(']');
        } else if (node.isTextual()) {
            string(node.textValue(), out);
        } else if (node.isNumber()) {
            out.append(number(node.decimalValue()));
        } else {
            out.append(node.asText());
        }
    }

    /** ECMAScript's Number::toString, for shortest decimals as people write them. */
    static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        var plain = value.stripTrailingZeros();
        String digits = plain.unscaledValue().abs().toString();
        int point = digits.length() - plain.scale();
        String sign = value.signum() < 0 ? "-" : "";
        if (point > 21 || point <= -6) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return sign + mantissa + "e" + (point - 1 >= 0 ? "+" : "") + (point - 1);
        }
        return plain.toPlainString();
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }

    /** The payload of a JWS, once the key in that JWK set has made it; fails otherwise. */
    public static JsonNode verified(String jws, String jwks) {
        String[] parts = jws.split("\\.");
        JsonNode key = tree(jwks).path("keys").get(0);
        byte[] point = new byte[65];
        point[0] = 4;
        System.arraycopy(Base64.getUrlDecoder().decode(key.path("x").asText()), 0, point, 1, 32);
        System.arraycopy(Base64.getUrlDecoder().decode(key.path("y").asText()), 0, point, 33, 32);
        // SubjectPublicKeyInfo of a P-256 key: a fixed prefix and the point
        byte[] prefix = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
        byte[] encoded = new byte[prefix.length + point.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(point, 0, encoded, prefix.length, point.length);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(
                    KeyFactory.getInstance("EC").generatePublic(new java.security.spec.X509EncodedKeySpec(encoded)));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new IllegalArgumentException("the signature does not hold");
            }
        } catch (GeneralSecurityException failed) {
            throw new IllegalArgumentException(failed);
        }
        return payload(jws);
    }

    public static JsonNode payload(String jws) {
        byte[] bytes = Base64.getUrlDecoder().decode(jws.split("\\.")[1]);
        return tree(new String(bytes, StandardCharsets.UTF_8));
    }
}
