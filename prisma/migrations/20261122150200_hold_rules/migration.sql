-- Why:   what must never happen is refused here, whoever asks and by whatever way they come.
-- Hand-written: Prisma models no checks, partial indexes or triggers. Each name is a sentence that lib/platform/constraint.ts turns into words for the user.
-- Locks: none, the tables are new and empty.   Undo: drop the constraints, indexes and triggers by name.

-- A refusal by trigger names itself in the words of a check constraint, because the driver passes on only the message.
CREATE FUNCTION refuse(message text, named text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: violates constraint "%"', message, named USING ERRCODE = '23514', CONSTRAINT = named;
END
$$;

-- identity
ALTER TABLE person ADD CONSTRAINT "an_email_is_written_in_small_letters" CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE body ADD CONSTRAINT "only_an_nhs_body_has_an_ods_code" CHECK ((kind = 'nhs') = (ods_code IS NOT NULL));
ALTER TABLE body ADD CONSTRAINT "an_nhs_body_is_in_the_directory" FOREIGN KEY (ods_code) REFERENCES organisation (ods_code);
ALTER TABLE membership ADD CONSTRAINT "a_role_fits_its_body" CHECK (
  (body_kind = 'supplier' AND role IN ('supplier_editor', 'supplier_admin'))
  OR (body_kind = 'nhs' AND role = 'buyer')
  OR (body_kind = 'assessor' AND role IN ('assessor', 'lead_assessor'))
  OR (body_kind = 'register' AND role IN ('standards_manager', 'registrar')));
ALTER TABLE membership ADD CONSTRAINT "nobody_grants_themselves_a_role" CHECK (granted_by_id IS DISTINCT FROM person_id);
CREATE UNIQUE INDEX "a_person_has_one_role_in_a_body" ON membership (person_id, body_id) WHERE ended_at IS NULL;

CREATE FUNCTION keep_granting_from_deciding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7203102, hashtext(NEW.person_id::text));
  IF NEW.ended_at IS NULL AND EXISTS (
    SELECT FROM membership m WHERE m.person_id = NEW.person_id AND m.ended_at IS NULL AND m.id <> NEW.id
      AND ((NEW.role = 'registrar' AND m.role IN ('assessor', 'lead_assessor')) OR (NEW.role IN ('assessor', 'lead_assessor') AND m.role = 'registrar')))
  THEN
    PERFORM refuse('one person may not both grant roles and judge evidence', 'nobody_both_grants_and_judges');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER nobody_both_grants_and_judges BEFORE INSERT OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION keep_granting_from_deciding();

CREATE FUNCTION end_sessions_of_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM session WHERE membership_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER a_changed_role_ends_its_sessions AFTER UPDATE OF role, ended_at ON membership
  FOR EACH ROW WHEN (OLD.role IS DISTINCT FROM NEW.role OR OLD.ended_at IS DISTINCT FROM NEW.ended_at) EXECUTE FUNCTION end_sessions_of_membership();

-- directory
ALTER TABLE organisation ADD CONSTRAINT "an_ods_code_is_letters_and_digits" CHECK (ods_code ~ '^[0-9A-Z]{3,10}$');
ALTER TABLE organisation ADD CONSTRAINT "an_organisation_closes_after_it_opens" CHECK (closed_on >= opened_on);
ALTER TABLE succession ADD CONSTRAINT "a_predecessor_is_in_the_directory" FOREIGN KEY (predecessor_code) REFERENCES organisation (ods_code);
ALTER TABLE succession ADD CONSTRAINT "a_successor_is_in_the_directory" FOREIGN KEY (successor_code) REFERENCES organisation (ods_code);
ALTER TABLE succession ADD CONSTRAINT "nothing_succeeds_itself" CHECK (predecessor_code <> successor_code);

-- standards
ALTER TABLE standard_version ADD CONSTRAINT "a_version_retires_after_it_is_required" CHECK (retired_on >= required_from AND grace_until >= required_from);
CREATE TRIGGER a_published_version_stays BEFORE UPDATE OR DELETE ON standard_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER a_published_criterion_stays BEFORE UPDATE OR DELETE ON criterion FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- registry
ALTER TABLE supplier ADD CONSTRAINT "a_supplier_is_a_body" FOREIGN KEY (id) REFERENCES body (id);
ALTER TABLE supplier ADD CONSTRAINT "a_company_number_has_eight_characters" CHECK (companies_house_number ~ '^([0-9]{8}|[A-Z]{2}[0-9]{6})$');
ALTER TABLE supplier ADD CONSTRAINT "a_supplier_has_a_name" CHECK (btrim(name) <> '');
CREATE UNIQUE INDEX "a_supplier_name_is_taken_once" ON supplier (lower(name));
ALTER TABLE product ADD CONSTRAINT "a_product_has_a_name" CHECK (btrim(name) <> '');
ALTER TABLE product ADD CONSTRAINT "a_price_says_what_it_is_for" CHECK ((price_pence IS NULL) = (price_unit IS NULL) AND price_pence >= 0);
CREATE UNIQUE INDEX "a_supplier_has_one_product_of_a_name" ON product (supplier_id, lower(name));
ALTER TABLE release ADD CONSTRAINT "a_release_has_a_name" CHECK (btrim(label) <> '');
ALTER TABLE listing ADD CONSTRAINT "a_listing_closes_with_a_reason" CHECK ((closed_at IS NULL) = (closed_reason IS NULL));
CREATE UNIQUE INDEX "a_product_is_listed_once" ON listing (product_id) WHERE closed_at IS NULL;

-- evidence
ALTER TABLE evidence_item ADD CONSTRAINT "evidence_belongs_to_a_supplier" FOREIGN KEY (supplier_id) REFERENCES supplier (id);
ALTER TABLE evidence_item ADD CONSTRAINT "evidence_has_a_name" CHECK (btrim(name) <> '');
ALTER TABLE evidence_revision ADD CONSTRAINT "a_revision_is_a_file_or_a_link" CHECK (
  (kind = 'file' AND url IS NULL AND sha256 ~ '^[0-9a-f]{64}$' AND size_bytes BETWEEN 1 AND 52428800 AND media_type IS NOT NULL AND file_name IS NOT NULL)
  OR (kind = 'link' AND url ~ '^https?://' AND sha256 IS NULL AND size_bytes IS NULL AND media_type IS NULL AND file_name IS NULL));
ALTER TABLE evidence_revision ADD CONSTRAINT "evidence_expires_after_it_is_collected" CHECK (expires_on >= collected_on);
ALTER TABLE evidence_revision ADD CONSTRAINT "evidence_is_collected_before_it_is_received" CHECK (collected_on <= (received_at AT TIME ZONE 'Europe/London')::date);
ALTER TABLE evidence_revision ADD CONSTRAINT "evidence_is_received_from_a_person" FOREIGN KEY (received_by_id) REFERENCES person (id);
COMMENT ON COLUMN evidence_revision.size_bytes IS 'Bytes, 1 to 52,428,800 (50 MB).';
COMMENT ON COLUMN evidence_revision.expires_on IS 'Last calendar day on which the evidence holds (inclusive, UK time).';

-- assessment: what belongs together
ALTER TABLE answer ADD CONSTRAINT "an_answer_belongs_to_its_releases_supplier" FOREIGN KEY (release_id, supplier_id) REFERENCES release (id, supplier_id);
ALTER TABLE answer ADD CONSTRAINT "an_answer_is_to_a_criterion" FOREIGN KEY (criterion_id) REFERENCES criterion (id);
ALTER TABLE answer_evidence ADD CONSTRAINT "a_supplier_shows_its_own_evidence" FOREIGN KEY (revision_id, supplier_id) REFERENCES evidence_revision (id, supplier_id);
ALTER TABLE assessment ADD CONSTRAINT "an_assessment_is_of_a_release_of_the_product" FOREIGN KEY (release_id, product_id) REFERENCES release (id, product_id);
ALTER TABLE assessment ADD CONSTRAINT "an_assessment_is_of_the_suppliers_release" FOREIGN KEY (release_id, supplier_id) REFERENCES release (id, supplier_id);
ALTER TABLE assessment ADD CONSTRAINT "a_closed_assessment_has_a_day" CHECK ((status IN ('decided', 'withdrawn')) = (closed_at IS NOT NULL));
CREATE UNIQUE INDEX "a_release_is_assessed_once_at_a_time" ON assessment (release_id) WHERE status IN ('submitted', 'changes_requested');
ALTER TABLE submission ADD CONSTRAINT "a_submission_is_sent_by_a_person" FOREIGN KEY (submitted_by_id) REFERENCES person (id);
ALTER TABLE submission ADD CONSTRAINT "a_submission_has_a_hash" CHECK (content_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE submission_standard ADD CONSTRAINT "a_submission_answers_a_published_standard" FOREIGN KEY (standard_version_id) REFERENCES standard_version (id);
ALTER TABLE submission_evidence ADD CONSTRAINT "a_submission_shows_kept_evidence" FOREIGN KEY (revision_id) REFERENCES evidence_revision (id);
ALTER TABLE submission_evidence ADD CONSTRAINT "a_submission_shows_evidence_for_a_criterion" FOREIGN KEY (criterion_id) REFERENCES criterion (id);
ALTER TABLE conflict_declaration ADD CONSTRAINT "a_declaration_is_a_persons" FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE conflict_declaration ADD CONSTRAINT "a_conflict_is_described" CHECK (NOT has_conflict OR btrim(detail) <> '');
ALTER TABLE finding ADD CONSTRAINT "a_finding_is_on_a_criterion" FOREIGN KEY (criterion_id) REFERENCES criterion (id);
ALTER TABLE finding ADD CONSTRAINT "a_finding_is_a_persons" FOREIGN KEY (found_by_id) REFERENCES person (id);
ALTER TABLE finding ADD CONSTRAINT "a_finding_gives_a_reason" CHECK (btrim(reason) <> '');
ALTER TABLE change_request ADD CONSTRAINT "a_request_is_on_a_standard_of_the_submission" FOREIGN KEY (submission_id, standard_version_id) REFERENCES submission_standard (submission_id, standard_version_id);
ALTER TABLE change_request ADD CONSTRAINT "a_request_says_what_to_change" CHECK (btrim(message) <> '');
ALTER TABLE change_request ADD CONSTRAINT "a_request_is_a_persons" FOREIGN KEY (requested_by_id) REFERENCES person (id);
ALTER TABLE assessor_record ADD CONSTRAINT "a_record_is_on_a_criterion" FOREIGN KEY (criterion_id) REFERENCES criterion (id);
ALTER TABLE assessor_record ADD CONSTRAINT "a_record_is_a_persons" FOREIGN KEY (recorded_by_id) REFERENCES person (id);
ALTER TABLE assessor_record ADD CONSTRAINT "a_record_says_what_was_seen" CHECK (btrim(summary) <> '');
ALTER TABLE recommendation ADD CONSTRAINT "a_recommendation_is_on_a_standard_of_the_submission" FOREIGN KEY (submission_id, standard_version_id) REFERENCES submission_standard (submission_id, standard_version_id);
ALTER TABLE recommendation ADD CONSTRAINT "a_recommendation_gives_a_reason" CHECK (btrim(reason) <> '');
ALTER TABLE recommendation ADD CONSTRAINT "a_recommendation_is_a_persons" FOREIGN KEY (recommended_by_id) REFERENCES person (id);

-- assessment: two people, on exactly what was sent, with no conflict
ALTER TABLE decision ADD CONSTRAINT "a_decision_is_on_what_was_submitted" FOREIGN KEY (submission_id, assessment_id, release_id, submitted_by_id, content_hash)
  REFERENCES submission (id, assessment_id, release_id, submitted_by_id, content_hash);
ALTER TABLE decision ADD CONSTRAINT "a_decision_follows_its_recommendation" FOREIGN KEY (submission_id, standard_version_id, recommended_by_id)
  REFERENCES recommendation (submission_id, standard_version_id, recommended_by_id) ON UPDATE NO ACTION;
ALTER TABLE decision ADD CONSTRAINT "the_decider_declared_no_conflict" FOREIGN KEY (assessment_id, decided_by_id, declared_conflict)
  REFERENCES conflict_declaration (assessment_id, person_id, has_conflict);
ALTER TABLE decision ADD CONSTRAINT "nobody_decides_with_a_conflict" CHECK (NOT declared_conflict);
ALTER TABLE decision ADD CONSTRAINT "nobody_decides_their_own_recommendation" CHECK (decided_by_id <> recommended_by_id);
ALTER TABLE decision ADD CONSTRAINT "nobody_decides_their_own_submission" CHECK (decided_by_id <> submitted_by_id AND recommended_by_id <> submitted_by_id);
ALTER TABLE decision ADD CONSTRAINT "a_decision_gives_a_reason" CHECK (btrim(reason) <> '');
ALTER TABLE decision ADD CONSTRAINT "a_standard_is_met_until_a_day" CHECK ((outcome = 'met') = (valid_until IS NOT NULL) AND valid_until >= decided_on);
COMMENT ON COLUMN decision.valid_until IS 'Last calendar day on which the decision holds (inclusive, UK time).';
ALTER TABLE listing_decision ADD CONSTRAINT "a_listing_is_decided_on_what_was_submitted" FOREIGN KEY (submission_id, assessment_id, release_id, submitted_by_id, content_hash)
  REFERENCES submission (id, assessment_id, release_id, submitted_by_id, content_hash);
ALTER TABLE listing_decision ADD CONSTRAINT "the_lister_declared_no_conflict" FOREIGN KEY (assessment_id, decided_by_id, declared_conflict)
  REFERENCES conflict_declaration (assessment_id, person_id, has_conflict);
ALTER TABLE listing_decision ADD CONSTRAINT "nobody_lists_with_a_conflict" CHECK (NOT declared_conflict);
ALTER TABLE listing_decision ADD CONSTRAINT "nobody_lists_their_own_submission" CHECK (decided_by_id <> submitted_by_id);
ALTER TABLE listing_decision ADD CONSTRAINT "a_listing_decision_gives_a_reason" CHECK (btrim(reason) <> '');

-- Whether a person may judge a submission now. The assessment is locked, so that a new round or a withdrawal cannot pass between the check and the write.
CREATE FUNCTION check_may_judge(judged_submission uuid, judge uuid, needed_role "Role"[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a assessment%ROWTYPE;
BEGIN
  SELECT assessment.* INTO a FROM assessment JOIN submission s ON s.assessment_id = assessment.id WHERE s.id = judged_submission FOR SHARE OF assessment;
  IF a.status <> 'submitted' OR a.current_submission_id IS DISTINCT FROM judged_submission THEN
    PERFORM refuse('the submission is no longer the one being judged', 'only_the_current_submission_is_judged');
  END IF;
  IF NOT EXISTS (SELECT FROM membership m WHERE m.person_id = judge AND m.ended_at IS NULL AND m.role = ANY (needed_role)) THEN
    PERFORM refuse('the person has no role that judges', 'only_an_assessor_judges');
  END IF;
  IF EXISTS (SELECT FROM membership m WHERE m.person_id = judge AND m.ended_at IS NULL AND m.body_id = a.supplier_id) THEN
    PERFORM refuse('the person belongs to the supplier', 'nobody_judges_their_own_organisation');
  END IF;
  IF NOT EXISTS (SELECT FROM conflict_declaration c WHERE c.assessment_id = a.id AND c.person_id = judge AND NOT c.has_conflict) THEN
    PERFORM refuse('the person has not declared that they have no conflict', 'nobody_judges_before_declaring');
  END IF;
END
$$;

CREATE FUNCTION check_finding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR NEW.carried_from_round IS NULL THEN
    NEW.carried_from_round := NULL;
    PERFORM check_may_judge(NEW.submission_id, NEW.found_by_id, ARRAY['assessor', 'lead_assessor']::"Role"[]);
  ELSIF NOT EXISTS (
    SELECT FROM submission s JOIN submission earlier ON earlier.assessment_id = s.assessment_id AND earlier.round = NEW.carried_from_round AND earlier.round < s.round
      JOIN finding f ON f.submission_id = earlier.id AND f.criterion_id = NEW.criterion_id
    WHERE s.id = NEW.submission_id AND f.outcome = NEW.outcome AND f.reason = NEW.reason AND f.found_by_id = NEW.found_by_id)
  THEN
    PERFORM refuse('there is no such finding in that round', 'a_carried_finding_was_made');
  END IF;
  IF EXISTS (SELECT FROM decision d JOIN criterion c ON c.standard_version_id = d.standard_version_id WHERE d.submission_id = NEW.submission_id AND c.id = NEW.criterion_id) THEN
    PERFORM refuse('the standard is decided', 'a_decided_finding_stays');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER a_finding_is_an_assessors BEFORE INSERT OR UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION check_finding();

CREATE FUNCTION check_change_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM check_may_judge(NEW.submission_id, NEW.requested_by_id, ARRAY['assessor', 'lead_assessor']::"Role"[]);
  IF EXISTS (SELECT FROM decision d WHERE d.submission_id = NEW.submission_id) THEN
    PERFORM refuse('a standard of the submission is decided', 'changes_are_asked_before_deciding');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER a_request_is_an_assessors BEFORE INSERT OR UPDATE ON change_request FOR EACH ROW EXECUTE FUNCTION check_change_request();

CREATE FUNCTION check_assessor_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM check_may_judge(NEW.submission_id, NEW.recorded_by_id, ARRAY['assessor', 'lead_assessor']::"Role"[]);
  IF NEW.occurred_on > touchstone_today() THEN
    PERFORM refuse('the day is in the future', 'a_record_is_of_the_past');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER a_record_is_an_assessors BEFORE INSERT ON assessor_record FOR EACH ROW EXECUTE FUNCTION check_assessor_record();

CREATE FUNCTION check_recommendation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM check_may_judge(NEW.submission_id, NEW.recommended_by_id, ARRAY['assessor', 'lead_assessor']::"Role"[]);
  IF EXISTS (SELECT FROM decision d WHERE d.submission_id = NEW.submission_id AND d.standard_version_id = NEW.standard_version_id) THEN
    PERFORM refuse('the standard is decided', 'a_decided_recommendation_stays');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER a_recommendation_is_an_assessors BEFORE INSERT OR UPDATE ON recommendation FOR EACH ROW EXECUTE FUNCTION check_recommendation();

CREATE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM check_may_judge(NEW.submission_id, NEW.decided_by_id, ARRAY['lead_assessor']::"Role"[]);
  IF NEW.decided_on <> touchstone_today() THEN
    PERFORM refuse('a decision is dated by the database', 'a_decision_is_dated_today');
  END IF;
  IF NEW.outcome = 'met' AND NOT EXISTS (
    SELECT FROM finding f JOIN criterion c ON c.id = f.criterion_id WHERE f.submission_id = NEW.submission_id AND c.standard_version_id = NEW.standard_version_id AND f.outcome = 'met')
  THEN
    PERFORM refuse('no criterion of the standard was found to be met', 'a_standard_is_met_by_a_finding');
  END IF;
  IF NEW.outcome = 'met' AND EXISTS (
    SELECT FROM finding f JOIN criterion c ON c.id = f.criterion_id
    WHERE f.submission_id = NEW.submission_id AND c.standard_version_id = NEW.standard_version_id AND c.obligation = 'must' AND f.outcome IN ('not_met', 'partly_met'))
  THEN
    PERFORM refuse('a criterion that must be met is not', 'a_standard_is_met_in_every_must');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER a_decision_is_a_leads BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION check_decision();

CREATE FUNCTION check_listing_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM check_may_judge(NEW.submission_id, NEW.decided_by_id, ARRAY['lead_assessor']::"Role"[]);
  IF EXISTS (SELECT FROM recommendation r WHERE r.submission_id = NEW.submission_id AND r.recommended_by_id = NEW.decided_by_id) THEN
    PERFORM refuse('the person recommended on this submission', 'nobody_lists_what_they_recommended');
  END IF;
  IF EXISTS (SELECT FROM submission_standard s WHERE s.submission_id = NEW.submission_id
    AND NOT EXISTS (SELECT FROM decision d WHERE d.submission_id = s.submission_id AND d.standard_version_id = s.standard_version_id))
  THEN
    PERFORM refuse('a standard of the submission is undecided', 'every_standard_is_decided_before_the_listing');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER a_listing_decision_is_a_leads BEFORE INSERT ON listing_decision FOR EACH ROW EXECUTE FUNCTION check_listing_decision();

-- What was sent cannot be changed under the assessor: answers, facts and claims hold still while a submission is judged.
CREATE FUNCTION check_may_change_release(changed_release uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Submitting locks the release first, so an answer is either in what was sent or refused.
  PERFORM FROM release r WHERE r.id = changed_release FOR SHARE;
  PERFORM FROM assessment a WHERE a.release_id = changed_release AND a.status = 'submitted' FOR SHARE;
  IF FOUND THEN
    PERFORM refuse('the release is with the assessors', 'a_release_holds_still_while_it_is_judged');
  END IF;
END
$$;

CREATE FUNCTION check_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE changed answer%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  PERFORM check_may_change_release(changed.release_id);
  IF EXISTS (
    SELECT FROM assessment a JOIN criterion c ON c.id = changed.criterion_id
      JOIN submission_standard s ON s.submission_id = a.current_submission_id AND s.standard_version_id = c.standard_version_id
    WHERE a.release_id = changed.release_id AND a.status = 'changes_requested'
      AND NOT EXISTS (SELECT FROM change_request r WHERE r.submission_id = a.current_submission_id AND r.standard_version_id = c.standard_version_id))
  THEN
    PERFORM refuse('no change was asked for in this standard', 'only_what_was_asked_is_changed');
  END IF;
  RETURN changed;
END
$$;
CREATE TRIGGER an_answer_holds_still BEFORE INSERT OR UPDATE OR DELETE ON answer FOR EACH ROW EXECUTE FUNCTION check_answer();

CREATE FUNCTION check_answer_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE changed answer_evidence%ROWTYPE; answered uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  SELECT release_id INTO answered FROM answer WHERE id = changed.answer_id;
  PERFORM check_may_change_release(answered);
  RETURN changed;
END
$$;
CREATE TRIGGER shown_evidence_holds_still BEFORE INSERT OR DELETE ON answer_evidence FOR EACH ROW EXECUTE FUNCTION check_answer_evidence();

CREATE FUNCTION check_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.facts IS DISTINCT FROM OLD.facts OR NEW.label IS DISTINCT FROM OLD.label THEN
    PERFORM check_may_change_release(NEW.id);
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER a_release_holds_still BEFORE UPDATE ON release FOR EACH ROW EXECUTE FUNCTION check_release();

CREATE FUNCTION check_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM check_may_change_release(OLD.release_id); RETURN OLD; END IF;
  PERFORM check_may_change_release(NEW.release_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER a_claim_holds_still BEFORE INSERT OR UPDATE OR DELETE ON claim FOR EACH ROW EXECUTE FUNCTION check_claim();

-- An assessment moves forward only along these ways.
CREATE FUNCTION check_assessment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status AND NOT (
    (OLD.status = 'submitted' AND NEW.status IN ('changes_requested', 'decided', 'withdrawn'))
    OR (OLD.status = 'changes_requested' AND NEW.status IN ('submitted', 'withdrawn')))
  THEN
    PERFORM refuse('there is no such step', 'an_assessment_moves_forward');
  END IF;
  IF NEW.status = 'withdrawn' AND EXISTS (SELECT FROM decision d WHERE d.submission_id = NEW.current_submission_id) THEN
    PERFORM refuse('somebody has decided', 'nothing_decided_is_withdrawn');
  END IF;
  IF NEW.status = 'changes_requested' AND OLD.status = 'submitted' AND EXISTS (SELECT FROM decision d WHERE d.submission_id = NEW.current_submission_id) THEN
    PERFORM refuse('somebody has decided', 'changes_are_asked_before_deciding');
  END IF;
  IF NEW.status = 'decided' AND NOT EXISTS (SELECT FROM listing_decision d WHERE d.submission_id = NEW.current_submission_id) THEN
    PERFORM refuse('the listing is undecided', 'an_assessment_ends_with_a_listing_decision');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER an_assessment_moves_forward BEFORE UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION check_assessment();

-- procurement and catalogue
ALTER TABLE shortlist_item ADD CONSTRAINT "a_shortlist_is_a_bodys" FOREIGN KEY (body_id) REFERENCES body (id);
ALTER TABLE shortlist_item ADD CONSTRAINT "a_shortlist_is_a_persons" FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE shortlist_item ADD CONSTRAINT "a_shortlist_holds_products" FOREIGN KEY (product_id) REFERENCES product (id);
ALTER TABLE catalogue_entry ADD CONSTRAINT "an_entry_shows_a_product" FOREIGN KEY (product_id) REFERENCES product (id);
CREATE INDEX catalogue_entry_words ON catalogue_entry USING gin (words);
CREATE INDEX catalogue_entry_capabilities ON catalogue_entry USING gin (capability_refs);
