package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;

/** The document of a bill: what came, and the DCSA transport document whose characters never change. */
public record BillDocument(@Nullable Visualisation visualisation, String transportDocument) {}
