-- Why:   three policies of the first migration were wider, or narrower, than the rule they stand for.
-- Hand-written: Prisma models no row-level security.
-- Locks: a moment of exclusive access to each of three tables.   Undo: create the policies of 20261122150300 again.

-- The inner table has an `id` of its own, which hid the item's: no assessor saw any item.
DROP POLICY evidence_is_seen ON evidence_item;
CREATE POLICY evidence_is_seen ON evidence_item FOR SELECT USING (
  asker_supplies(supplier_id)
  OR (asker_judges() AND EXISTS (SELECT FROM evidence_revision r WHERE r.item_id = evidence_item.id))
  OR ((visibility = 'public' OR (visibility = 'buyers' AND asking_role() = 'buyer')) AND asking_role() IS NOT NULL AND item_is_on_the_register(id)));

-- A supplier sends and withdraws; only those who judge ask for changes and close.
DROP POLICY assessments_move ON assessment;
CREATE POLICY suppliers_send_and_withdraw ON assessment FOR UPDATE USING (asker_supplies(supplier_id)) WITH CHECK (asker_supplies(supplier_id) AND status IN ('submitted', 'withdrawn'));
CREATE POLICY judges_ask_and_close ON assessment FOR UPDATE USING (asker_judges_assessment(id)) WITH CHECK (asker_judges_assessment(id) AND status IN ('submitted', 'changes_requested', 'decided'));

-- A supplier's change of its own product's words reaches the catalogue; nobody else's entry does.
CREATE FUNCTION asker_supplies_product(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM product p WHERE p.id = asked AND asker_supplies(p.supplier_id))
$$;
DROP POLICY the_catalogue_is_written_by_deciding ON catalogue_entry;
CREATE POLICY the_catalogue_is_written_by_deciding ON catalogue_entry FOR ALL USING (asking_role() IN ('lead_assessor', 'system') OR asker_supplies_product(product_id));
DROP POLICY the_standings_are_written_by_deciding ON catalogue_standing;
CREATE POLICY the_standings_are_written_by_deciding ON catalogue_standing FOR ALL USING (asking_role() IN ('lead_assessor', 'system') OR asker_supplies_product(product_id));
