package org.tegata.gateway.pint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds document, chain and additional documents of one envelope (DCSA PINT 3.0.0, EnvelopeManifest). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EnvelopeManifest(
        String transportDocumentChecksum,
        String lastEnvelopeTransferChainEntrySignedContentChecksum,
        @JsonProperty("eBLVisualisationByCarrier") @Nullable DocumentMetadata visualisation,
        List<DocumentMetadata> supportingDocuments) {

    private static final int MAX_DOCUMENTS = 100;

    static EnvelopeManifest read(Payload payload) {
        Payload visualisation = payload.optionalObject("eBLVisualisationByCarrier");
        var supporting = payload.list("supportingDocuments", 0, DocumentMetadata::read);
        if (supporting.size() > MAX_DOCUMENTS) {
            throw payload.wrong("supportingDocuments", "are more than " + MAX_DOCUMENTS);
        }
        return new EnvelopeManifest(
                payload.checksum("transportDocumentChecksum"),
                payload.checksum("lastEnvelopeTransferChainEntrySignedContentChecksum"),
                visualisation == null ? null : DocumentMetadata.read(visualisation),
                supporting);
    }

    /** Every document that must arrive before the transfer can be finished, each checksum once. */
    @JsonIgnore
    public List<DocumentMetadata> additionalDocuments() {
        var documents = new LinkedHashMap<String, DocumentMetadata>();
        if (visualisation != null) {
            documents.put(visualisation.documentChecksum(), visualisation);
        }
        supportingDocuments.forEach(document -> documents.putIfAbsent(document.documentChecksum(), document));
        return List.copyOf(documents.values());
    }
}
