-- Invoices: their standing and the facts of the document. The bytes lie in a table of their own, so that lists stay small.
CREATE TABLE invoice (
    id                 uuid PRIMARY KEY,
    version            bigint NOT NULL CHECK (version > 0),
    status             text NOT NULL CHECK (status IN ('ISSUED', 'CANCELLED')),
    submitter          text NOT NULL,
    submitted_at       timestamptz NOT NULL,
    digest             text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    number             text NOT NULL,
    type_code          text NOT NULL,
    issue_date         date NOT NULL,
    seller_name        text NOT NULL,
    seller_party       text,
    seller_country     text,
    buyer_name         text NOT NULL,
    buyer_party        text,
    buyer_country      text,
    currency           text NOT NULL,
    grand_total        numeric NOT NULL,
    credit_reference   text,
    incoterms_code     text,
    incoterms_place    text,
    goods              text[] NOT NULL,
    gross_weight       numeric,
    gross_weight_unit  text,
    package_quantity   numeric,
    loading_unlocode   text,
    loading_name       text,
    discharge_unlocode text,
    discharge_name     text,
    parties            text[] NOT NULL,
    CONSTRAINT invoice_number_once UNIQUE (submitter, seller_name, number, type_code)
);

-- The legal record: the bytes as they came. Never updated.
CREATE TABLE invoice_document (
    invoice_id uuid PRIMARY KEY REFERENCES invoice (id),
    bytes      bytea NOT NULL
);

-- Who may read which invoice: its parties, and the banks to which it was presented.
CREATE TABLE invoice_reader (
    party      text NOT NULL,
    invoice_id uuid NOT NULL REFERENCES invoice (id),
    since      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (party, invoice_id)
);
