package org.tegata.bl.pdf;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/** A QR code (ISO/IEC 18004) as filled bars, one for each run of dark modules. */
final class QrBars {

    private QrBars() {}

    static void draw(Sheets sheets, String text, float x, float y, float width) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        float side = width / code.size;
        var dark = new ArrayList<float[]>();
        for (int row = 0; row < code.size; row++) {
            int start = 0;
            for (int column = 0; column <= code.size; column++) {
                // beyond the last column all is light
                if (code.getModule(column, row) != code.getModule(start, row)) {
                    add(dark, code.getModule(start, row), x + start * side, y + row * side, (column - start) * side);
                    start = column;
                }
            }
        }
        sheets.bars(dark, side);
    }

    private static void add(List<float[]> bars, boolean dark, float x, float y, float width) {
        if (dark) {
            bars.add(new float[] {x, y, width});
        }
    }
}
