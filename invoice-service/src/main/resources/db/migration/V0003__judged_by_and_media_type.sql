-- By which rules an invoice was found valid; unknown for those accepted before this was noted.
ALTER TABLE invoice
    ADD COLUMN rule_set         text,
    ADD COLUMN rule_set_version text,
    ADD COLUMN schema_release   text;

-- What the bytes are: XML, or a PDF that carries it. Whoever does not say keeps XML.
ALTER TABLE invoice_document
    ADD COLUMN media_type text NOT NULL DEFAULT 'application/xml';

-- XML shrinks to a fifth; lz4 does it in a tenth of the time of PostgreSQL's own method. Not every build has it.
DO $$
BEGIN
    ALTER TABLE invoice_document ALTER COLUMN bytes SET COMPRESSION lz4;
EXCEPTION
    WHEN feature_not_supported THEN NULL;
END
$$;
