/** The HTTP edge that all services share: problems on the wire, strict JSON, ETags and cursors. */
@NullMarked
package org.tegata.problem.rest;

import org.jspecify.annotations.NullMarked;
