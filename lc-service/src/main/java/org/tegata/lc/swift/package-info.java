/**
 * SWIFT FIN messages: our own check of the raw text, and the codec between an MT700 and the credit it carries. The
 * check runs before any getter of the parser library, which accepts every invalid message and silently truncates
 * amounts.
 */
@NullMarked
package org.tegata.lc.swift;

import org.jspecify.annotations.NullMarked;
