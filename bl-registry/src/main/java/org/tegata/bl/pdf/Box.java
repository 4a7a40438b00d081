package org.tegata.bl.pdf;

import org.tegata.bl.pdf.Paper.Bilingual;

/** One field of the form: where it is, what it is called, what stands in it. */
record Box(float x, float y, float width, float height, Bilingual label, String text) {}
