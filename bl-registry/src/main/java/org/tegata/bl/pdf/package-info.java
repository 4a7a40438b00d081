/**
 * The bill as a page that shipping people know, in PDF/A-3u (ISO 19005-3): drawn straight from the record's text,
 * without any markup, network or file that a document could reach; a pure function of {@link
 * org.tegata.bl.pdf.Paper}.
 */
@NullMarked
package org.tegata.bl.pdf;

import org.jspecify.annotations.NullMarked;
