package org.tegata.rules.schema;

import java.util.Arrays;

/** Whether a text is base64Binary, asked piece by piece, so that an attachment never has to be held as a whole. */
public final class Base64Check {

    private static final byte WHITE = -1;
    private static final byte PAD = -2;
    private static final byte ALIEN = -3;
    private static final byte[] VALUES = values();

    private int digits;
    private int pads;
    private int last;
    private boolean broken;

    private static byte[] values() {
        var values = new byte[128];
        Arrays.fill(values, ALIEN);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (byte i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = i;
        }
        values[' '] = WHITE;
        values['\t'] = WHITE;
        values['\n'] = WHITE;
        values['\r'] = WHITE;
        values['='] = PAD;
        return values;
    }

    /** The next piece of the text. */
    public void accept(char[] buffer, int start, int length) {
        if (broken) {
            return;
        }
        int end = start + length;
        int i = start;
        while (i < end) {
            char c = buffer[i++];
            int value = c < 128 ? VALUES[c] : ALIEN;
            if (value >= 0) {
                if (pads > 0) {
                    broken = true;
                    return;
                }
                last = value;
                digits++;
            } else if (value == PAD) {
                pads++;
            } else if (value == ALIEN) {
                broken = true;
                return;
            }
        }
    }

    /** Whether the whole text is base64Binary: full groups of four, and no bits left over before the padding. */
    public boolean end() {
        if (broken || ((digits + pads) & 3) != 0) {
            return false;
        }
        return switch (pads) {
            case 0 -> true;
            case 1 -> (last & 0b11) == 0;
            case 2 -> (last & 0b1111) == 0;
            default -> false;
        };
    }
}
