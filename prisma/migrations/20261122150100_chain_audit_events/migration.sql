-- Why:   a record that can be edited proves nothing. Each event carries the hash of the one before, so that a change anywhere breaks the chain from there on.
-- Hand-written: Prisma models neither functions nor triggers.
-- Locks: none that wait. At run time every writer holds one advisory lock from its event to its commit: positions are in order of commit, and no reader of the feed can miss one.
-- Undo:  DROP TRIGGER audit_event_is_chained ON audit_event; DROP FUNCTION chain_audit_event, audit_field;

-- Each field as '<bytes>:<text>,' and a missing one as '-,': two different events never give the same text.
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN value IS NULL THEN '-,' ELSE octet_length(value) || ':' || value || ',' END
$$;

CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last_position bigint; last_hash text;
BEGIN
  PERFORM pg_advisory_xact_lock(7203101);
  SELECT position, hash INTO last_position, last_hash FROM audit_event ORDER BY position DESC LIMIT 1;
  NEW.position := coalesce(last_position, 0) + 1;
  NEW.previous_hash := coalesce(last_hash, repeat('0', 64));
  NEW.occurred_at := date_trunc('milliseconds', touchstone_now());
  NEW.hash := encode(sha256(convert_to(
    audit_field(NEW.previous_hash) || audit_field(NEW.position::text)
    || audit_field(to_char(NEW.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || audit_field(NEW.person_id::text) || audit_field(NEW.body_id::text) || audit_field(NEW.role) || audit_field(NEW.type)
    || audit_field(NEW.subject_kind) || audit_field(NEW.subject_id) || audit_field(NEW.product_id::text)
    || audit_field(NEW.is_public::text) || audit_field(NEW.detail::text), 'UTF8')), 'hex');
  RETURN NEW;
END
$$;

CREATE TRIGGER audit_event_is_chained BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed: violates constraint "what_was_recorded_stays"', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'what_was_recorded_stays';
END
$$;

-- Privileges already forbid this to the application; the trigger also stops a slip of the owner's hand.
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
