/** The HTTP API of lc-service: parse, authenticate, call one use case, render. */
@NullMarked
package org.tegata.lc.rest;

import org.jspecify.annotations.NullMarked;
