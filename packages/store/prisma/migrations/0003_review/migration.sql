-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "review_place_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "round" INTEGER NOT NULL,
    "assignee_id" UUID,
    "version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_round" (
    "proposal_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "draft_revision" INTEGER NOT NULL,
    "source_hash" CHAR(64) NOT NULL,
    "base_version_id" UUID,
    "effective_from" DATE NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "reason" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitter_id" UUID NOT NULL,

    CONSTRAINT "proposal_round_pkey" PRIMARY KEY ("proposal_id","number")
);

-- CreateTable
CREATE TABLE "gate_check" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "difference_hash" CHAR(64) NOT NULL,
    "report_hash" CHAR(64) NOT NULL,
    "proof_hash" CHAR(64),
    "checker_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gate_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance" (
    "proposal_id" UUID NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "accepter_id" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acceptance_pkey" PRIMARY KEY ("proposal_id","fingerprint")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "check_id" UUID NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "difference_hash" CHAR(64) NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_thread" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "clause" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment" (
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("thread_id","number")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "original_hash" CHAR(64) NOT NULL,
    "replacement_hash" CHAR(64) NOT NULL,
    "author_id" UUID NOT NULL,
    "suggested_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "settler_id" UUID,
    "draft_revision" INTEGER,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_mark" (
    "only" BOOLEAN NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_mark_pkey" PRIMARY KEY ("only")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_draft_id_key" ON "proposal"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_version_id_key" ON "proposal"("version_id");

-- CreateIndex
CREATE INDEX "proposal_jurisdiction_id_state_idx" ON "proposal"("jurisdiction_id", "state");

-- CreateIndex
CREATE INDEX "proposal_review_place_id_state_idx" ON "proposal"("review_place_id", "state");

-- CreateIndex
CREATE INDEX "gate_check_proposal_id_idx" ON "gate_check"("proposal_id");

-- CreateIndex
CREATE INDEX "approval_proposal_id_idx" ON "approval"("proposal_id");

-- CreateIndex
CREATE INDEX "review_thread_proposal_id_idx" ON "review_thread"("proposal_id");

-- CreateIndex
CREATE INDEX "suggestion_thread_id_idx" ON "suggestion"("thread_id");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_review_place_id_fkey" FOREIGN KEY ("review_place_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_round" ADD CONSTRAINT "proposal_round_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_round" ADD CONSTRAINT "proposal_round_source_hash_fkey" FOREIGN KEY ("source_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_round" ADD CONSTRAINT "proposal_round_base_version_id_fkey" FOREIGN KEY ("base_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_round" ADD CONSTRAINT "proposal_round_submitter_id_fkey" FOREIGN KEY ("submitter_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_check" ADD CONSTRAINT "gate_check_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_check" ADD CONSTRAINT "gate_check_report_hash_fkey" FOREIGN KEY ("report_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_check" ADD CONSTRAINT "gate_check_proof_hash_fkey" FOREIGN KEY ("proof_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_check" ADD CONSTRAINT "gate_check_checker_id_fkey" FOREIGN KEY ("checker_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_accepter_id_fkey" FOREIGN KEY ("accepter_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "gate_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_thread" ADD CONSTRAINT "review_thread_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_thread" ADD CONSTRAINT "review_thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "review_thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "review_thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_original_hash_fkey" FOREIGN KEY ("original_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_replacement_hash_fkey" FOREIGN KEY ("replacement_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_settler_id_fkey" FOREIGN KEY ("settler_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand, from here on.

ALTER TABLE "proposal" ADD CONSTRAINT "proposal_kind" CHECK ("kind" IN ('overlay', 'change'));
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_state" CHECK ("state" IN ('proposed', 'under-review', 'sent-back', 'approved', 'published', 'withdrawn'));
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_published" CHECK (("state" = 'published') = ("version_id" IS NOT NULL));
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_round_number" CHECK ("round" >= 1);
ALTER TABLE "proposal_round" ADD CONSTRAINT "proposal_round_counts" CHECK ("number" >= 1 AND "draft_revision" >= 1);
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_kind" CHECK ("kind" IN ('undecided', 'grade-d'));
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_state" CHECK (("state" = 'open' AND "settler_id" IS NULL) OR ("state" IN ('applied', 'declined') AND "settler_id" IS NOT NULL));
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_applied" CHECK (("state" = 'applied') = ("draft_revision" IS NOT NULL));
ALTER TABLE "demo_mark" ADD CONSTRAINT "demo_mark_only" CHECK ("only");

-- No step is left out, and what is over stays as it is, whatever mistake a program makes.
CREATE FUNCTION "proposal_moves"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW."state" <> 'proposed' THEN
            RAISE EXCEPTION 'a proposal begins as proposed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF (OLD."state", NEW."state") NOT IN (
        ('proposed', 'proposed'), ('proposed', 'under-review'), ('proposed', 'withdrawn'),
        ('under-review', 'under-review'), ('under-review', 'proposed'), ('under-review', 'sent-back'), ('under-review', 'approved'), ('under-review', 'withdrawn'),
        ('sent-back', 'proposed'), ('sent-back', 'withdrawn'),
        ('approved', 'under-review'), ('approved', 'proposed'), ('approved', 'sent-back'), ('approved', 'published'), ('approved', 'withdrawn')
    ) THEN
        RAISE EXCEPTION 'a proposal that is % does not become %', OLD."state", NEW."state" USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW."state" IN ('approved', 'published') AND NOT EXISTS (
        SELECT FROM "approval" WHERE "proposal_id" = NEW."id" AND "round" = NEW."round"
    ) THEN
        RAISE EXCEPTION 'nobody approved this round of the proposal' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "proposal_moves" BEFORE INSERT OR UPDATE ON "proposal" FOR EACH ROW EXECUTE FUNCTION "proposal_moves"();

-- Whoever had a hand in a text does not approve it.
CREATE FUNCTION "author_excluded"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM "proposal_round" WHERE "proposal_id" = NEW."proposal_id" AND "submitter_id" = NEW."reviewer_id")
        OR EXISTS (
            SELECT FROM "draft_revision" JOIN "proposal" ON "proposal"."draft_id" = "draft_revision"."draft_id"
            WHERE "proposal"."id" = NEW."proposal_id" AND "draft_revision"."author_id" = NEW."reviewer_id"
        )
    THEN
        RAISE EXCEPTION 'an author does not approve the own proposal' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "author_excluded" BEFORE INSERT ON "approval" FOR EACH ROW EXECUTE FUNCTION "author_excluded"();

-- What is in force in earnest does not become a demonstration.
CREATE FUNCTION "mark_while_empty"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM "document") THEN
        RAISE EXCEPTION 'only an empty database becomes a demonstration' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "mark_while_empty" BEFORE INSERT ON "demo_mark" FOR EACH ROW EXECUTE FUNCTION "mark_while_empty"();

CREATE TRIGGER "proposal_round_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "proposal_round" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "gate_check_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "gate_check" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "acceptance_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "acceptance" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "approval_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "approval" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_comment_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "review_comment" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "demo_mark_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "demo_mark" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "proposal_kept" BEFORE DELETE OR TRUNCATE ON "proposal" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_thread_kept" BEFORE DELETE OR TRUNCATE ON "review_thread" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "suggestion_kept" BEFORE DELETE OR TRUNCATE ON "suggestion" EXECUTE FUNCTION "refuse_change"();
