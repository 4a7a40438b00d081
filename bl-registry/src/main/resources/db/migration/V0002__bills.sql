-- The register of title. Whoever holds a bill follows from bill_entries and from nothing else; what can be appended is
-- never changed or deleted, and the database refuses both.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- The head of each record: an act names the version that it builds on, and moves it by compare-and-set.
CREATE TABLE bills (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL CHECK (version > 0),
    created_at timestamptz NOT NULL DEFAULT now()
);

-- The record: one sealed entry a version. A fork, a gap and a broken link are refused here, whatever the service does.
CREATE TABLE bill_entries (
    bill_id           uuid NOT NULL REFERENCES bills (id),
    sequence          bigint NOT NULL CHECK (sequence > 0),
    previous_sequence bigint GENERATED ALWAYS AS (CASE WHEN sequence > 1 THEN sequence - 1 END) STORED,
    previous_checksum text,
    checksum          text GENERATED ALWAYS AS (encode(sha256(seal::bytea), 'hex')) STORED,
    seal              text NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bill_id, sequence),
    UNIQUE (bill_id, sequence, checksum),
    FOREIGN KEY (bill_id, previous_sequence, previous_checksum)
        REFERENCES bill_entries (bill_id, sequence, checksum),
    CHECK ((sequence = 1) = (previous_checksum IS NULL))
);
CREATE TRIGGER bill_entries_append_only BEFORE UPDATE OR DELETE ON bill_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The document: the bytes as they came, and the DCSA transport document whose characters were fixed at drafting.
CREATE TABLE bill_documents (
    bill_id            uuid PRIMARY KEY REFERENCES bills (id),
    content            bytea,
    name               text,
    media_type         text,
    transport_document text NOT NULL,
    CHECK ((content IS NULL) = (name IS NULL) AND (content IS NULL) = (media_type IS NULL))
);
CREATE TRIGGER bill_documents_append_only BEFORE UPDATE OR DELETE ON bill_documents
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE issuance_manifests (
    bill_id uuid PRIMARY KEY REFERENCES bills (id),
    jws     text NOT NULL
);
CREATE TRIGGER issuance_manifests_append_only BEFORE UPDATE OR DELETE ON issuance_manifests
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One live bill a number and a document; voiding a bill frees both.
CREATE TABLE bill_numbers (
    carrier                     text NOT NULL,
    reference                   text NOT NULL,
    transport_document_checksum text NOT NULL UNIQUE,
    bill_id                     uuid NOT NULL UNIQUE REFERENCES bills (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (carrier, reference)
);

-- Who may read. Reading never enables an act: acts ask the record.
CREATE TABLE bill_parties (
    party   text NOT NULL,
    bill_id uuid NOT NULL REFERENCES bills (id),
    PRIMARY KEY (party, bill_id)
);

-- The signed chain exchanged between platforms, each entry a JWS as it came or went.
CREATE TABLE chain_entries (
    bill_id  uuid NOT NULL REFERENCES bills (id),
    position int NOT NULL CHECK (position >= 0),
    jws      text NOT NULL,
    PRIMARY KEY (bill_id, position)
);
CREATE TRIGGER chain_entries_append_only BEFORE UPDATE OR DELETE ON chain_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Envelopes accepted from other platforms: a repeat is answered from here.
CREATE TABLE received_envelopes (
    id               uuid PRIMARY KEY,
    bill_id          uuid NOT NULL REFERENCES bills (id),
    sending_platform text NOT NULL,
    chain_length     int NOT NULL,
    received_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (bill_id, chain_length)
);

-- Envelopes that are due to other platforms, with the signed answer as evidence.
CREATE TABLE outgoing_envelopes (
    id                 uuid PRIMARY KEY,
    bill_id            uuid NOT NULL REFERENCES bills (id),
    purpose            text NOT NULL,
    recipient_platform text NOT NULL,
    from_sequence      bigint NOT NULL,
    state              text NOT NULL CHECK (state IN ('DUE', 'ACCEPTED', 'REFUSED', 'DISPUTED')),
    response_code      text,
    signed_response    text,
    sent_entries       text,
    created_at         timestamptz NOT NULL DEFAULT now(),
    answered_at        timestamptz
);
CREATE UNIQUE INDEX one_envelope_due ON outgoing_envelopes (bill_id) WHERE state = 'DUE';

-- What contradicts the record, for a person.
CREATE TABLE disputes (
    id             uuid PRIMARY KEY,
    bill_id        uuid NOT NULL REFERENCES bills (id),
    other_platform text NOT NULL,
    reason         text NOT NULL,
    evidence       text NOT NULL,
    evidence_digest text NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (bill_id, evidence_digest)
);

CREATE TABLE carriers (
    party text PRIMARY KEY,
    name  text NOT NULL,
    jwks  text NOT NULL
);

CREATE TABLE parties (
    party text PRIMARY KEY,
    name  text NOT NULL
);
