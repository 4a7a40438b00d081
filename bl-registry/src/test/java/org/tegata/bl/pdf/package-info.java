/** Tests of the bill on paper, read back with PDFBox and judged by veraPDF. */
@NullMarked
package org.tegata.bl.pdf;

import org.jspecify.annotations.NullMarked;
