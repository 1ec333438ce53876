-- Why:   the first tables of the register.
-- Hand-written: touchstone_app, demonstration_clock and touchstone_now; the rest is `npm run migrate:diff`.
-- Locks: none, the tables are new.   Undo: drop the schema.

-- The program acts as this role. It owns nothing, so that privileges and row-level security bind it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchstone_app') THEN
    CREATE ROLE touchstone_app NOLOGIN;
  END IF;
END
$$;

-- While this table has a row, a transaction may tell the time: the demonstration tells its past in order, and tests hold the clock.
-- Only the owner writes it. A register in service has none, and the database clock decides.
CREATE TABLE "demonstration_clock" ("opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now());

CREATE FUNCTION touchstone_now() RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told text := nullif(current_setting('touchstone.now', true), '');
BEGIN
  IF told IS NOT NULL AND EXISTS (SELECT FROM demonstration_clock) THEN
    RETURN told::timestamptz;
  END IF;
  RETURN now();
END
$$;

CREATE FUNCTION touchstone_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (touchstone_now() AT TIME ZONE 'Europe/London')::date
$$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AssessmentStatus" AS ENUM ('submitted', 'changes_requested', 'decided', 'withdrawn');

-- CreateEnum
CREATE TYPE "FindingOutcome" AS ENUM ('met', 'partly_met', 'not_met', 'not_applicable');

-- CreateEnum
CREATE TYPE "Method" AS ENUM ('examine', 'interview', 'test');

-- CreateEnum
CREATE TYPE "DecisionOutcome" AS ENUM ('met', 'not_met', 'not_applicable');

-- CreateEnum
CREATE TYPE "ListingOutcome" AS ENUM ('listed', 'refused');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('trust', 'ccg', 'icb');

-- CreateEnum
CREATE TYPE "SuccessionRelation" AS ENUM ('succeeded-by', 'part-succeeded-by', 'area-covered-by');

-- CreateEnum
CREATE TYPE "EvidenceVisibility" AS ENUM ('public', 'buyers', 'assessors');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('file', 'link');

-- CreateEnum
CREATE TYPE "BodyKind" AS ENUM ('supplier', 'nhs', 'assessor', 'register');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('supplier_editor', 'supplier_admin', 'assessor', 'lead_assessor', 'buyer', 'standards_manager', 'registrar');

-- CreateEnum
CREATE TYPE "CapabilityStatus" AS ENUM ('Effective', 'Expired');

-- CreateEnum
CREATE TYPE "Obligation" AS ENUM ('mandatory', 'conditional', 'recommended', 'historical');

-- CreateEnum
CREATE TYPE "CriterionObligation" AS ENUM ('must', 'should', 'may');

-- CreateEnum
CREATE TYPE "StandardSubject" AS ENUM ('product', 'supplier', 'buyer', 'nobody');

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "value" TEXT,
    "explanation" TEXT NOT NULL DEFAULT '',
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_evidence" (
    "answer_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,

    CONSTRAINT "answer_evidence_pkey" PRIMARY KEY ("answer_id","revision_id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "status" "AssessmentStatus" NOT NULL DEFAULT 'submitted',
    "round" INTEGER NOT NULL DEFAULT 1,
    "current_submission_id" UUID,
    "assignee_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_standard" (
    "submission_id" UUID NOT NULL,
    "standard_version_id" UUID NOT NULL,
    "because" TEXT[],

    CONSTRAINT "submission_standard_pkey" PRIMARY KEY ("submission_id","standard_version_id")
);

-- CreateTable
CREATE TABLE "submission_evidence" (
    "submission_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,

    CONSTRAINT "submission_evidence_pkey" PRIMARY KEY ("submission_id","criterion_id","revision_id")
);

-- CreateTable
CREATE TABLE "conflict_declaration" (
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "has_conflict" BOOLEAN NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "a_person_declares_once" PRIMARY KEY ("assessment_id","person_id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submission_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "outcome" "FindingOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "method" "Method" NOT NULL,
    "carried_from_round" INTEGER,
    "found_by_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submission_id" UUID NOT NULL,
    "standard_version_id" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessor_record" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submission_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "method" "Method" NOT NULL,
    "occurred_on" DATE NOT NULL,
    "summary" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "assessor_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "submission_id" UUID NOT NULL,
    "standard_version_id" UUID NOT NULL,
    "outcome" "DecisionOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "recommended_by_id" UUID NOT NULL,
    "recommended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("submission_id","standard_version_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "standard_version_id" UUID NOT NULL,
    "outcome" "DecisionOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "valid_until" DATE,
    "content_hash" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "recommended_by_id" UUID NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "deciding_body_id" UUID NOT NULL,
    "declared_conflict" BOOLEAN NOT NULL DEFAULT false,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "outcome" "ListingOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "deciding_body_id" UUID NOT NULL,
    "declared_conflict" BOOLEAN NOT NULL DEFAULT false,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "listing_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "position" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "body_id" UUID,
    "role" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "product_id" UUID,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "detail" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "catalogue_entry" (
    "product_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "supplier_slug" TEXT NOT NULL,
    "supplier_name" TEXT NOT NULL,
    "release_label" TEXT NOT NULL,
    "hosting" TEXT NOT NULL,
    "care_settings" TEXT[],
    "interfaces" TEXT[],
    "capability_refs" TEXT[],
    "price_pence" INTEGER,
    "price_unit" TEXT,
    "listed_on" DATE NOT NULL,
    "compliant_during" datemultirange NOT NULL DEFAULT '{}'::datemultirange,
    "words" tsvector NOT NULL DEFAULT ''::tsvector,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "catalogue_entry_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "catalogue_standing" (
    "product_id" UUID NOT NULL,
    "standard_id" TEXT NOT NULL,
    "mandatory" BOOLEAN NOT NULL,
    "met_during" datemultirange NOT NULL DEFAULT '{}'::datemultirange,

    CONSTRAINT "catalogue_standing_pkey" PRIMARY KEY ("product_id","standard_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "ods_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_note" TEXT,
    "kind" "OrganisationKind" NOT NULL,
    "town" TEXT,
    "postcode" TEXT,
    "region_code" TEXT,
    "region" TEXT,
    "parent_code" TEXT,
    "opened_on" DATE,
    "closed_on" DATE,
    "foundation_trust" BOOLEAN,
    "source" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("ods_code")
);

-- CreateTable
CREATE TABLE "succession" (
    "predecessor_code" TEXT NOT NULL,
    "successor_code" TEXT NOT NULL,
    "relation" "SuccessionRelation" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "succession_pkey" PRIMARY KEY ("predecessor_code","successor_code")
);

-- CreateTable
CREATE TABLE "evidence_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supplier_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "visibility" "EvidenceVisibility" NOT NULL DEFAULT 'assessors',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_revision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "sha256" TEXT,
    "size_bytes" INTEGER,
    "media_type" TEXT,
    "file_name" TEXT,
    "url" TEXT,
    "collected_on" DATE NOT NULL,
    "expires_on" DATE,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "received_by_id" UUID NOT NULL,

    CONSTRAINT "evidence_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "BodyKind" NOT NULL,
    "name" TEXT NOT NULL,
    "ods_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "body_kind" "BodyKind" NOT NULL,
    "role" "Role" NOT NULL,
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "membership_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_receipt" (
    "key" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "form_receipt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_count" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "shortlist_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "body_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shortlist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capability" (
    "ref" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "status" "CapabilityStatus" NOT NULL,
    "frameworks" TEXT[],
    "must_epics" INTEGER NOT NULL,
    "should_epics" INTEGER NOT NULL,
    "may_epics" INTEGER NOT NULL,

    CONSTRAINT "capability_pkey" PRIMARY KEY ("ref")
);

-- CreateTable
CREATE TABLE "supplier" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "companies_house_number" TEXT,
    "address" TEXT NOT NULL,
    "website" TEXT,
    "contact_email" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "supplier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supplier_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "features" TEXT[],
    "website" TEXT,
    "price_pence" INTEGER,
    "price_unit" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "product_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "released_on" DATE,
    "facts" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "release_id" UUID NOT NULL,
    "capability_ref" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "claim_pkey" PRIMARY KEY ("release_id","capability_ref")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "product_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standard" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "found_in" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "existed_in_october_2018" BOOLEAN NOT NULL,
    "summary" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "standard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standard_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "standard_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "obligation" "Obligation" NOT NULL,
    "condition" TEXT NOT NULL,
    "subject" "StandardSubject" NOT NULL,
    "published_on" DATE,
    "adopt_from" DATE,
    "required_from" DATE,
    "grace_until" DATE,
    "retired_on" DATE,
    "dates_note" TEXT,
    "applicability" JSONB NOT NULL,
    "evidence_life_months" INTEGER,
    "evidence_expected" TEXT[],
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT touchstone_now(),

    CONSTRAINT "standard_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "standard_version_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "section_title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "guidance" TEXT NOT NULL,
    "obligation" "CriterionObligation" NOT NULL,
    "assessed" BOOLEAN NOT NULL DEFAULT true,
    "response" JSONB NOT NULL,
    "evidence_expected" TEXT[],
    "evidence_needed" BOOLEAN NOT NULL,
    "evidence_maximum_age_months" INTEGER,
    "pass_rule" JSONB NOT NULL,
    "routing" JSONB NOT NULL,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "a_release_answers_a_criterion_once" ON "answer"("release_id", "criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "answer_id_supplier" ON "answer"("id", "supplier_id");

-- CreateIndex
CREATE INDEX "assessment_queue" ON "assessment"("status", "opened_at");

-- CreateIndex
CREATE INDEX "assessment_by_supplier" ON "assessment"("supplier_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_id_release" ON "assessment"("id", "release_id");

-- CreateIndex
CREATE UNIQUE INDEX "a_round_is_submitted_once" ON "submission"("assessment_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "submission_pinned" ON "submission"("id", "assessment_id", "release_id", "submitted_by_id", "content_hash");

-- CreateIndex
CREATE INDEX "submission_evidence_by_revision" ON "submission_evidence"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "conflict_declaration_pinned" ON "conflict_declaration"("assessment_id", "person_id", "has_conflict");

-- CreateIndex
CREATE UNIQUE INDEX "a_criterion_has_one_finding_a_round" ON "finding"("submission_id", "criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "a_section_has_one_request_a_round" ON "change_request"("submission_id", "standard_version_id");

-- CreateIndex
CREATE INDEX "assessor_record_by_submission" ON "assessor_record"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_pinned" ON "recommendation"("submission_id", "standard_version_id", "recommended_by_id");

-- CreateIndex
CREATE INDEX "decision_by_release" ON "decision"("release_id", "standard_version_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "a_standard_is_decided_once_a_round" ON "decision"("submission_id", "standard_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "a_listing_is_decided_once_a_round" ON "listing_decision"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_hash" ON "audit_event"("hash");

-- CreateIndex
CREATE INDEX "audit_event_product" ON "audit_event"("product_id", "position");

-- CreateIndex
CREATE INDEX "audit_event_type" ON "audit_event"("type", "position");

-- CreateIndex
CREATE INDEX "audit_event_subject" ON "audit_event"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_entry_slug" ON "catalogue_entry"("slug");

-- CreateIndex
CREATE INDEX "catalogue_standing_by_standard" ON "catalogue_standing"("standard_id");

-- CreateIndex
CREATE INDEX "organisation_kind_name" ON "organisation"("kind", "name");

-- CreateIndex
CREATE INDEX "succession_successor" ON "succession"("successor_code");

-- CreateIndex
CREATE INDEX "evidence_item_by_supplier" ON "evidence_item"("supplier_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_item_id_supplier" ON "evidence_item"("id", "supplier_id");

-- CreateIndex
CREATE INDEX "evidence_revision_sha256" ON "evidence_revision"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "an_item_numbers_its_revisions" ON "evidence_revision"("item_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_revision_id_supplier" ON "evidence_revision"("id", "supplier_id");

-- CreateIndex
CREATE UNIQUE INDEX "a_person_has_an_email_of_their_own" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "an_nhs_body_is_entered_once" ON "body"("ods_code");

-- CreateIndex
CREATE UNIQUE INDEX "body_id_kind" ON "body"("id", "kind");

-- CreateIndex
CREATE INDEX "membership_by_person" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_by_body" ON "membership"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_id_person" ON "membership"("id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_by_person" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "mail_created_at" ON "mail"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "a_product_is_shortlisted_once" ON "shortlist_item"("body_id", "person_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "a_supplier_has_a_slug_of_its_own" ON "supplier"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "a_company_is_registered_once" ON "supplier"("companies_house_number");

-- CreateIndex
CREATE UNIQUE INDEX "a_product_has_a_slug_of_its_own" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_by_supplier" ON "product"("supplier_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_id_supplier" ON "product"("id", "supplier_id");

-- CreateIndex
CREATE UNIQUE INDEX "a_product_has_one_release_of_a_name" ON "release"("product_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "release_id_product" ON "release"("id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_id_supplier" ON "release"("id", "supplier_id");

-- CreateIndex
CREATE INDEX "claim_by_capability" ON "claim"("capability_ref");

-- CreateIndex
CREATE INDEX "listing_by_product" ON "listing"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "a_standard_has_one_version_of_a_name" ON "standard_version"("standard_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "a_version_has_one_criterion_of_a_code" ON "criterion"("standard_version_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "a_version_orders_its_criteria" ON "criterion"("standard_version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_id_version" ON "criterion"("id", "standard_version_id");

-- AddForeignKey
ALTER TABLE "answer_evidence" ADD CONSTRAINT "evidence_is_shown_for_its_own_suppliers_answer" FOREIGN KEY ("answer_id", "supplier_id") REFERENCES "answer"("id", "supplier_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "a_submission_is_of_its_assessments_release" FOREIGN KEY ("assessment_id", "release_id") REFERENCES "assessment"("id", "release_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_standard" ADD CONSTRAINT "submission_standard_submission" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_evidence" ADD CONSTRAINT "submission_evidence_submission" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_declaration" ADD CONSTRAINT "conflict_declaration_assessment" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_submission" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_submission" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessor_record" ADD CONSTRAINT "assessor_record_submission" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_standing" ADD CONSTRAINT "catalogue_standing_entry" FOREIGN KEY ("product_id") REFERENCES "catalogue_entry"("product_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_revision" ADD CONSTRAINT "a_revision_belongs_to_its_items_supplier" FOREIGN KEY ("item_id", "supplier_id") REFERENCES "evidence_item"("id", "supplier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "a_membership_names_the_kind_of_its_body" FOREIGN KEY ("body_id", "body_kind") REFERENCES "body"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "a_session_acts_through_its_own_persons_membership" FOREIGN KEY ("membership_id", "person_id") REFERENCES "membership"("id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_supplier" FOREIGN KEY ("supplier_id") REFERENCES "supplier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "a_release_belongs_to_its_products_supplier" FOREIGN KEY ("product_id", "supplier_id") REFERENCES "product"("id", "supplier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_release" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_capability" FOREIGN KEY ("capability_ref") REFERENCES "capability"("ref") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_product" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "a_listing_shows_a_release_of_its_product" FOREIGN KEY ("release_id", "product_id") REFERENCES "release"("id", "product_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standard_version" ADD CONSTRAINT "standard_version_standard" FOREIGN KEY ("standard_id") REFERENCES "standard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_standard_version" FOREIGN KEY ("standard_version_id") REFERENCES "standard_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

