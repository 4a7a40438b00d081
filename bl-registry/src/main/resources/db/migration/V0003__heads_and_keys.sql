-- Acts name the head that they build on, parties sign with keys of their own, and a bill can take the place of another.
-- An instance of before this migration can read while it runs beside newer ones; its acts and drafts are refused.

-- However many bills there are: the service's own limit for a statement is not for this.
SET LOCAL statement_timeout = 0;

-- The head: SHA-256 of the seal of the last entry. No index on it, and room on the page, so that an act rewrites the row
-- where it stands (HOT). A bill whose record lacks that entry was corrupt before; no head fits it.
ALTER TABLE bills ADD COLUMN head text;
UPDATE bills SET head = coalesce(
    (SELECT checksum FROM bill_entries WHERE bill_id = bills.id AND sequence = bills.version), 'missing');
ALTER TABLE bills ALTER COLUMN head SET NOT NULL;
ALTER TABLE bills SET (fillfactor = 70);

-- A head is moved on, with its version, or not at all.
CREATE TRIGGER bills_move_on BEFORE UPDATE ON bills FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.version <= OLD.version OR NEW.head = OLD.head)
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bills_stay BEFORE DELETE ON bills FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A gap and a broken link are refused by a look at the entry before, instead of a foreign key: entries are never changed
-- or deleted, so they need no lock, and a foreign key would take one: a page of the table rewritten for each act, and an
-- index of checksums for nothing else. A fork is refused by the primary key, as ever.
CREATE FUNCTION refuse_broken_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM bill_entries
                   WHERE bill_id = NEW.bill_id AND sequence = NEW.sequence - 1 AND checksum = NEW.previous_checksum) THEN
        RAISE EXCEPTION 'entry % does not follow the one before', NEW.sequence USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bill_entries_linked BEFORE INSERT ON bill_entries FOR EACH ROW
    WHEN (NEW.sequence > 1) EXECUTE FUNCTION refuse_broken_link();
ALTER TABLE bill_entries DROP COLUMN previous_sequence CASCADE;
ALTER TABLE bill_entries DROP CONSTRAINT bill_entries_bill_id_sequence_checksum_key;

-- Bills are never deleted, and these rows are written by the statement that has just found the bill.
ALTER TABLE bill_entries DROP CONSTRAINT bill_entries_bill_id_fkey;
ALTER TABLE bill_parties DROP CONSTRAINT bill_parties_bill_id_fkey;

-- A seal holds base64 of base64: nothing to compress, and a second table for it would double the writes.
ALTER TABLE bill_entries SET (toast_tuple_target = 8160);

-- The keys by which an organisation signs. What was signed stays verifiable, so a key is never forgotten or changed; it
-- is revoked once, for good. authorised_by is the party's signature over the rotation that brought it, as evidence.
CREATE TABLE party_keys (
    party             text NOT NULL,
    key_id            text NOT NULL,
    jwk               text NOT NULL,
    not_before        timestamptz NOT NULL,
    not_after         timestamptz NOT NULL CHECK (not_after > not_before),
    custody_alias     text,
    authorised_by     text,
    revoked_at        timestamptz,
    revocation_reason text,
    registered_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (party, key_id),
    CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
);
CREATE TRIGGER party_keys_revoked_once BEFORE UPDATE ON party_keys FOR EACH ROW
    WHEN (OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
        OR (NEW.party, NEW.key_id, NEW.jwk, NEW.not_before, NEW.not_after, NEW.custody_alias, NEW.authorised_by,
         NEW.registered_at)
            IS DISTINCT FROM
           (OLD.party, OLD.key_id, OLD.jwk, OLD.not_before, OLD.not_after, OLD.custody_alias, OLD.authorised_by,
            OLD.registered_at))
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER party_keys_stay BEFORE DELETE ON party_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A carrier is a party with keys. Its keys must be registered anew: a JWK set does not say from when until when each of
-- them is in force, and nobody here may guess that. The old sets stay, for the manifests that were signed with them.
INSERT INTO parties (party, name) SELECT party, name FROM carriers ON CONFLICT DO NOTHING;
ALTER TABLE carriers RENAME TO former_carriers;
CREATE TRIGGER former_carriers_stay BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON former_carriers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Emptying a table at once is deleting too.
CREATE TRIGGER bills_not_emptied BEFORE TRUNCATE ON bills EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_entries_not_emptied BEFORE TRUNCATE ON bill_entries EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_documents_not_emptied BEFORE TRUNCATE ON bill_documents EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issuance_manifests_not_emptied BEFORE TRUNCATE ON issuance_manifests EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_entries_not_emptied BEFORE TRUNCATE ON chain_entries EXECUTE FUNCTION refuse_change();
CREATE TRIGGER party_keys_not_emptied BEFORE TRUNCATE ON party_keys EXECUTE FUNCTION refuse_change();

-- Which bill takes the place of which: one each. Voiding the bill that replaces frees the place.
CREATE TABLE successors (
    replaced  uuid PRIMARY KEY REFERENCES bills (id),
    successor uuid NOT NULL UNIQUE
);

-- The number is unique among live bills: one that was voided leaves it, one that was replaced passes it on. The document
-- is unique for ever, unless its bill was voided as a draft: the signed chain of a bill that was ever issued leads back
-- to that bill, and never opens another life of its document.
ALTER TABLE bill_numbers ADD COLUMN live boolean NOT NULL DEFAULT true;
ALTER TABLE bill_numbers DROP CONSTRAINT bill_numbers_pkey;
ALTER TABLE bill_numbers DROP CONSTRAINT bill_numbers_bill_id_key;
ALTER TABLE bill_numbers ADD PRIMARY KEY (bill_id);
CREATE UNIQUE INDEX bill_numbers_live ON bill_numbers (carrier, reference) WHERE live;
