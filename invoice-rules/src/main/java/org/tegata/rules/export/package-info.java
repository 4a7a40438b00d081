/**
 * Our own rules, {@code TGT-…}: what the service needs to keep an invoice, and what a customs broker and a bank ask of
 * the commercial invoice of an export. An ERROR only where nobody could use the invoice; where good invoices may
 * differ, a WARNING. Ids are never used again for another rule.
 */
@NullMarked
package org.tegata.rules.export;

import org.jspecify.annotations.NullMarked;
