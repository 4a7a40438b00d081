/**
 * How Tegata reads XML that it does not trust: no DTD, no entities, nothing fetched, bounded depth and size; schema
 * faults become findings with an XPath; the bytes that came are kept and named by their SHA-256.
 */
@NullMarked
package org.tegata.xml;

import org.jspecify.annotations.NullMarked;
