package org.tegata.bl.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A small ICC profile of sRGB (ICC.1:2001-04, three primaries and a gamma of 2.2): what the output intent of an
 * archival file asks for, the same bytes on every Java.
 */
final class SrgbProfile {

    private static final int HEADER = 128;
    private static final int TABLE = 4 + 9 * 12;
    private static final int TEXT = 104;
    private static final int RIGHTS = 24;
    private static final int XYZ = 20;
    private static final int CURVE = 16;
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};
    private static final double[][] PRIMARIES = {
        {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}
    };

    private SrgbProfile() {}

    static byte[] bytes() {
        int text = HEADER + TABLE;
        int rights = text + TEXT;
        int white = rights + RIGHTS;
        int primaries = white + XYZ;
        int curve = primaries + 3 * XYZ;
        var profile = ByteBuffer.allocate(curve + CURVE);
        header(profile);
        profile.putInt(9);
        tag(profile, "desc", text, TEXT);
        tag(profile, "cprt", rights, RIGHTS);
        tag(profile, "wtpt", white, XYZ);
        tag(profile, "rXYZ", primaries, XYZ);
        tag(profile, "gXYZ", primaries + XYZ, XYZ);
        tag(profile, "bXYZ", primaries + 2 * XYZ, XYZ);
        tag(profile, "rTRC", curve, CURVE - 2);
        tag(profile, "gTRC", curve, CURVE - 2);
        tag(profile, "bTRC", curve, CURVE - 2);
        description(profile.position(text));
        ascii(ascii(profile.position(rights), "text").putInt(0), "public domain");
        xyz(profile.position(white), WHITE);
        for (var primary : PRIMARIES) {
            xyz(profile, primary);
        }
        ascii(profile.position(curve), "curv").putInt(0).putInt(1).putShort((short) Math.round(2.2 * 256));
        return profile.array();
    }

    private static void header(ByteBuffer profile) {
        profile.putInt(profile.capacity());
        profile.position(8).putInt(0x02400000);
        ascii(profile, "mntrRGB XYZ ");
        profile.putShort((short) 2026).putShort((short) 1).putShort((short) 1);
        ascii(profile.position(36), "acsp");
        number(number(number(profile.position(68), WHITE[0]), WHITE[1]), WHITE[2]);
        profile.position(HEADER);
    }

    private static void tag(ByteBuffer profile, String name, int at, int length) {
        ascii(profile, name).putInt(at).putInt(length);
    }

    private static void description(ByteBuffer profile) {
        ascii(profile, "desc").putInt(0).putInt(5);
        ascii(profile, "sRGB");
    }

    private static ByteBuffer xyz(ByteBuffer profile, double[] values) {
        ascii(profile, "XYZ ").putInt(0);
        for (double value : values) {
            number(profile, value);
        }
        return profile;
    }

    private static ByteBuffer number(ByteBuffer profile, double value) {
        return profile.putInt((int) Math.round(value * 65536));
    }

    private static ByteBuffer ascii(ByteBuffer profile, String text) {
        return profile.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
