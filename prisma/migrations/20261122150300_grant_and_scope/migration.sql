-- Why:   the application's role may do only what the program needs, and sees only the rows of whoever it says is asking. A query that forgets its scope returns nothing.
-- Hand-written: Prisma models neither privileges nor row-level security, so a diff will not show this.
-- Locks: none that wait, the tables are new.   Undo: drop the policies, disable row-level security, revoke.
--
-- Who asks is told once a transaction (lib/platform/db.ts): touchstone.person_id, touchstone.body_id, touchstone.role.
-- With nothing told, no tenant row is visible. 'public' is a reader without an account.

GRANT USAGE ON SCHEMA public TO touchstone_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO touchstone_app;

-- Never changed, never removed: events, frozen submissions, decisions, revisions, declarations, records.
GRANT INSERT ON audit_event, submission, submission_standard, submission_evidence, decision, listing_decision,
  evidence_revision, conflict_declaration, assessor_record, form_receipt, standard_version, criterion TO touchstone_app;
-- Changed, never removed.
GRANT INSERT, UPDATE ON person, body, membership, supplier, product, release, listing, evidence_item, answer, assessment,
  finding, change_request, recommendation, organisation, standard, capability, mail TO touchstone_app;
-- Working rows.
GRANT INSERT, UPDATE, DELETE ON session, sign_in_link, account, claim, answer_evidence, shortlist_item,
  catalogue_entry, catalogue_standing, rate_count, succession TO touchstone_app;

CREATE FUNCTION asking_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('touchstone.role', true), '') $$;
CREATE FUNCTION asking_body() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('touchstone.body_id', true), '')::uuid $$;
CREATE FUNCTION asking_person() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('touchstone.person_id', true), '')::uuid $$;
CREATE FUNCTION asker_judges() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(asking_role() IN ('assessor', 'lead_assessor'), false) $$;
CREATE FUNCTION asker_supplies(supplier uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(asking_role() IN ('supplier_editor', 'supplier_admin') AND asking_body() = supplier, false)
$$;

-- These look past row-level security on purpose: a policy that read another table under its own policy would go round in circles.
CREATE FUNCTION release_is_on_the_register(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM listing l WHERE l.release_id = asked)
$$;
CREATE FUNCTION product_is_on_the_register(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM listing l WHERE l.product_id = asked)
$$;
CREATE FUNCTION submission_is_decided(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM listing_decision d WHERE d.submission_id = asked)
$$;
CREATE FUNCTION revision_is_on_the_register(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM submission_evidence e JOIN listing_decision d ON d.submission_id = e.submission_id JOIN listing l ON l.release_id = e.release_id WHERE e.revision_id = asked)
$$;
CREATE FUNCTION item_is_on_the_register(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM evidence_revision r WHERE r.item_id = asked AND revision_is_on_the_register(r.id))
$$;
CREATE FUNCTION item_visibility(asked uuid) RETURNS "EvidenceVisibility" LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT visibility FROM evidence_item WHERE id = asked
$$;
-- An assessor with a conflict, declared or because they belong to the supplier, does not see the assessment at all.
CREATE FUNCTION asker_judges_assessment(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT asker_judges()
    AND NOT EXISTS (SELECT FROM conflict_declaration c WHERE c.assessment_id = asked AND c.person_id = asking_person() AND c.has_conflict)
    AND NOT EXISTS (SELECT FROM assessment a JOIN membership m ON m.body_id = a.supplier_id WHERE a.id = asked AND m.person_id = asking_person() AND m.ended_at IS NULL)
$$;
CREATE FUNCTION assessment_of(asked uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT assessment_id FROM submission WHERE id = asked
$$;
CREATE FUNCTION supplier_of(asked uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT supplier_id FROM submission WHERE id = asked
$$;
CREATE FUNCTION release_of(asked uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT release_id FROM submission WHERE id = asked
$$;
-- Evidence that was sent to the assessors, as they may see it: only what stands in a submission they judge.
CREATE FUNCTION asker_judges_revision(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT asker_judges() AND EXISTS (SELECT FROM submission_evidence e WHERE e.revision_id = asked AND asker_judges_assessment(assessment_of(e.submission_id)))
$$;
CREATE FUNCTION changes_are_asked(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM submission s JOIN assessment a ON a.id = s.assessment_id WHERE s.id = asked AND (a.status = 'changes_requested' OR a.current_submission_id <> s.id))
$$;

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY events_are_written_by_whoever_acts ON audit_event FOR INSERT WITH CHECK (asking_role() IS NOT NULL AND person_id IS NOT DISTINCT FROM asking_person());
CREATE POLICY events_are_read ON audit_event FOR SELECT USING (
  asking_role() IN ('registrar', 'system') OR (asking_role() IS NOT NULL AND is_public) OR (body_id IS NOT NULL AND body_id = asking_body()));

ALTER TABLE supplier ENABLE ROW LEVEL SECURITY;
CREATE POLICY suppliers_are_known ON supplier FOR SELECT USING (asking_role() IS NOT NULL);
CREATE POLICY suppliers_register ON supplier FOR INSERT WITH CHECK (asker_supplies(id));
CREATE POLICY suppliers_describe_themselves ON supplier FOR UPDATE USING (asker_supplies(id));

ALTER TABLE product ENABLE ROW LEVEL SECURITY;
CREATE POLICY products_are_seen ON product FOR SELECT USING (
  asker_supplies(supplier_id) OR asker_judges() OR (asking_role() IS NOT NULL AND product_is_on_the_register(id)));
CREATE POLICY products_are_offered ON product FOR INSERT WITH CHECK (asker_supplies(supplier_id));
CREATE POLICY products_are_described ON product FOR UPDATE USING (asker_supplies(supplier_id));

ALTER TABLE release ENABLE ROW LEVEL SECURITY;
CREATE POLICY releases_are_seen ON release FOR SELECT USING (
  asker_supplies(supplier_id) OR asker_judges() OR (asking_role() IS NOT NULL AND release_is_on_the_register(id)));
CREATE POLICY releases_are_offered ON release FOR INSERT WITH CHECK (asker_supplies(supplier_id));
CREATE POLICY releases_are_described ON release FOR UPDATE USING (asker_supplies(supplier_id));

ALTER TABLE claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY claims_are_seen ON claim FOR SELECT USING (EXISTS (SELECT FROM release r WHERE r.id = release_id));
CREATE POLICY claims_are_made ON claim FOR ALL USING (EXISTS (SELECT FROM release r WHERE r.id = release_id AND asker_supplies(r.supplier_id)));

ALTER TABLE listing ENABLE ROW LEVEL SECURITY;
CREATE POLICY listings_are_public ON listing FOR SELECT USING (asking_role() IS NOT NULL);
CREATE POLICY listings_are_opened ON listing FOR INSERT WITH CHECK (asking_role() = 'lead_assessor');
CREATE POLICY listings_are_closed ON listing FOR UPDATE USING (asking_role() = 'lead_assessor');

ALTER TABLE evidence_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_is_seen ON evidence_item FOR SELECT USING (
  asker_supplies(supplier_id)
  OR (asker_judges() AND EXISTS (SELECT FROM evidence_revision r WHERE r.item_id = id))
  OR ((visibility = 'public' OR (visibility = 'buyers' AND asking_role() = 'buyer')) AND asking_role() IS NOT NULL AND item_is_on_the_register(id)));
CREATE POLICY evidence_is_offered ON evidence_item FOR INSERT WITH CHECK (asker_supplies(supplier_id));
CREATE POLICY evidence_is_described ON evidence_item FOR UPDATE USING (asker_supplies(supplier_id));

ALTER TABLE evidence_revision ENABLE ROW LEVEL SECURITY;
CREATE POLICY revisions_are_seen ON evidence_revision FOR SELECT USING (
  asker_supplies(supplier_id) OR asker_judges_revision(id)
  OR (asking_role() IS NOT NULL AND (item_visibility(item_id) = 'public' OR (item_visibility(item_id) = 'buyers' AND asking_role() = 'buyer')) AND revision_is_on_the_register(id)));
CREATE POLICY revisions_are_received ON evidence_revision FOR INSERT WITH CHECK (asker_supplies(supplier_id) AND received_by_id = asking_person());

ALTER TABLE answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY answers_are_the_suppliers ON answer FOR ALL USING (asker_supplies(supplier_id));
ALTER TABLE answer_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY shown_evidence_is_the_suppliers ON answer_evidence FOR ALL USING (asker_supplies(supplier_id));

ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessments_are_seen ON assessment FOR SELECT USING (asker_supplies(supplier_id) OR asker_judges_assessment(id));
CREATE POLICY assessments_are_opened ON assessment FOR INSERT WITH CHECK (asker_supplies(supplier_id));
CREATE POLICY assessments_move ON assessment FOR UPDATE USING (asker_supplies(supplier_id) OR asker_judges_assessment(id));

ALTER TABLE submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY submissions_are_seen ON submission FOR SELECT USING (
  asker_supplies(supplier_id) OR asker_judges_assessment(assessment_id)
  OR (asking_role() IS NOT NULL AND submission_is_decided(id) AND release_is_on_the_register(release_id)));
CREATE POLICY submissions_are_sent ON submission FOR INSERT WITH CHECK (asker_supplies(supplier_id) AND submitted_by_id = asking_person());

ALTER TABLE submission_standard ENABLE ROW LEVEL SECURITY;
CREATE POLICY submitted_standards_are_seen ON submission_standard FOR SELECT USING (EXISTS (SELECT FROM submission s WHERE s.id = submission_id));
CREATE POLICY submitted_standards_are_sent ON submission_standard FOR INSERT WITH CHECK (asker_supplies(supplier_of(submission_id)));
ALTER TABLE submission_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY submitted_evidence_is_seen ON submission_evidence FOR SELECT USING (EXISTS (SELECT FROM submission s WHERE s.id = submission_id));
CREATE POLICY submitted_evidence_is_sent ON submission_evidence FOR INSERT WITH CHECK (asker_supplies(supplier_of(submission_id)));

ALTER TABLE conflict_declaration ENABLE ROW LEVEL SECURITY;
CREATE POLICY declarations_are_seen ON conflict_declaration FOR SELECT USING (person_id = asking_person() OR asking_role() IN ('lead_assessor', 'registrar'));
CREATE POLICY declarations_are_ones_own ON conflict_declaration FOR INSERT WITH CHECK (asker_judges() AND person_id = asking_person());

ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY findings_are_seen ON finding FOR SELECT USING (
  asker_judges_assessment(assessment_of(submission_id))
  OR (submission_is_decided(submission_id) AND (asker_supplies(supplier_of(submission_id)) OR (asking_role() IS NOT NULL AND release_is_on_the_register(release_of(submission_id))))));
CREATE POLICY findings_are_made ON finding FOR INSERT WITH CHECK (
  (asker_judges_assessment(assessment_of(submission_id)) AND found_by_id = asking_person())
  OR (carried_from_round IS NOT NULL AND asker_judges_assessment(assessment_of(submission_id))));
CREATE POLICY findings_are_changed ON finding FOR UPDATE USING (asker_judges_assessment(assessment_of(submission_id))) WITH CHECK (found_by_id = asking_person());

ALTER TABLE change_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY requests_are_seen ON change_request FOR SELECT USING (
  asker_judges_assessment(assessment_of(submission_id)) OR (asker_supplies(supplier_of(submission_id)) AND changes_are_asked(submission_id)));
CREATE POLICY requests_are_made ON change_request FOR INSERT WITH CHECK (asker_judges_assessment(assessment_of(submission_id)) AND requested_by_id = asking_person());
CREATE POLICY requests_are_changed ON change_request FOR UPDATE USING (asker_judges_assessment(assessment_of(submission_id)));

ALTER TABLE assessor_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY records_are_seen ON assessor_record FOR SELECT USING (
  asker_judges_assessment(assessment_of(submission_id))
  OR (submission_is_decided(submission_id) AND (asker_supplies(supplier_of(submission_id)) OR (asking_role() IS NOT NULL AND release_is_on_the_register(release_of(submission_id))))));
CREATE POLICY records_are_made ON assessor_record FOR INSERT WITH CHECK (asker_judges_assessment(assessment_of(submission_id)) AND recorded_by_id = asking_person());

ALTER TABLE recommendation ENABLE ROW LEVEL SECURITY;
CREATE POLICY recommendations_are_seen ON recommendation FOR SELECT USING (asker_judges_assessment(assessment_of(submission_id)));
CREATE POLICY recommendations_are_made ON recommendation FOR INSERT WITH CHECK (asker_judges_assessment(assessment_of(submission_id)) AND recommended_by_id = asking_person());
CREATE POLICY recommendations_are_changed ON recommendation FOR UPDATE USING (asker_judges_assessment(assessment_of(submission_id))) WITH CHECK (recommended_by_id = asking_person());

ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY decisions_are_seen ON decision FOR SELECT USING (
  asker_judges_assessment(assessment_id) OR asking_role() = 'system' OR (asker_supplies(supplier_of(submission_id)) AND submission_is_decided(submission_id))
  OR (asking_role() IS NOT NULL AND submission_is_decided(submission_id) AND release_is_on_the_register(release_id)));
CREATE POLICY decisions_are_made ON decision FOR INSERT WITH CHECK (
  asking_role() = 'lead_assessor' AND asker_judges_assessment(assessment_id) AND decided_by_id = asking_person() AND deciding_body_id = asking_body());

ALTER TABLE listing_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY listing_decisions_are_seen ON listing_decision FOR SELECT USING (
  asker_judges_assessment(assessment_id) OR asker_supplies(supplier_of(submission_id))
  OR (asking_role() IS NOT NULL AND release_is_on_the_register(release_id)));
CREATE POLICY listing_decisions_are_made ON listing_decision FOR INSERT WITH CHECK (
  asking_role() = 'lead_assessor' AND asker_judges_assessment(assessment_id) AND decided_by_id = asking_person() AND deciding_body_id = asking_body());

ALTER TABLE shortlist_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY a_shortlist_is_its_buyers ON shortlist_item FOR ALL USING (asking_role() = 'buyer' AND body_id = asking_body() AND person_id = asking_person());

ALTER TABLE catalogue_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY the_catalogue_is_public ON catalogue_entry FOR SELECT USING (true);
CREATE POLICY the_catalogue_is_written_by_deciding ON catalogue_entry FOR ALL USING (asking_role() IN ('lead_assessor', 'supplier_editor', 'supplier_admin', 'system'));
ALTER TABLE catalogue_standing ENABLE ROW LEVEL SECURITY;
CREATE POLICY the_standings_are_public ON catalogue_standing FOR SELECT USING (true);
CREATE POLICY the_standings_are_written_by_deciding ON catalogue_standing FOR ALL USING (asking_role() IN ('lead_assessor', 'supplier_editor', 'supplier_admin', 'system'));

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY the_directory_is_public ON organisation FOR SELECT USING (true);
CREATE POLICY the_directory_is_loaded ON organisation FOR ALL USING (asking_role() IN ('registrar', 'system'));
ALTER TABLE standard_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY standards_are_public ON standard_version FOR SELECT USING (true);
CREATE POLICY standards_are_published ON standard_version FOR INSERT WITH CHECK (asking_role() IN ('standards_manager', 'system'));
ALTER TABLE criterion ENABLE ROW LEVEL SECURITY;
CREATE POLICY criteria_are_public ON criterion FOR SELECT USING (true);
CREATE POLICY criteria_are_published ON criterion FOR INSERT WITH CHECK (asking_role() IN ('standards_manager', 'system'));
