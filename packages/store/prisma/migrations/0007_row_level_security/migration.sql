-- A second wall: rows that a person may not see are not in any answer, even to a query that forgot to ask whose they are.
-- The program enters it at the beginning of each transaction of a person: it takes on the role below, which no policy
-- lets by, and names the person in the setting `tiaoli.actor`. Whoever owns the tables is outside of it: migrations,
-- backups and the look at every hash.

-- Roles belong to the server, so another of its databases may have made this one already.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tiaoli_office') THEN
        CREATE ROLE "tiaoli_office" NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role tiaoli_office is missing; an administrator of the server makes it once: CREATE ROLE tiaoli_office NOLOGIN; GRANT tiaoli_office TO %', current_user;
END
$$;

-- Whoever makes a role may not always take it on.
DO $$
BEGIN
    BEGIN
        PERFORM set_config('role', 'tiaoli_office', true);
        PERFORM set_config('role', 'none', true);
    EXCEPTION
        WHEN insufficient_privilege THEN EXECUTE format('GRANT "tiaoli_office" TO %I', current_user);
    END;
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'this account may not take on the role tiaoli_office; an administrator of the server allows it once: GRANT tiaoli_office TO %', current_user;
END
$$;

GRANT USAGE ON SCHEMA "public" TO "tiaoli_office";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "public" TO "tiaoli_office";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA "public" TO "tiaoli_office";
-- Of tables that later migrations make.
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "tiaoli_office";
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT USAGE ON SEQUENCES TO "tiaoli_office";

-- The table of rights (packages/workspace/src/permissions/rights.ts), as far as policies ask about it. A test holds every
-- cell of it to that table and prints these rows anew (test/store/wall-rights.ts).
CREATE FUNCTION "wall_rights"() RETURNS TABLE ("action" TEXT, "roles" TEXT[], "relations" TEXT[], "states" TEXT[], "mine" BOOLEAN) LANGUAGE sql IMMUTABLE AS $$
VALUES
    ('publish-version', '{publisher}'::TEXT[], '{own}'::TEXT[], NULL::TEXT[], NULL::BOOLEAN),
    ('publish-version', '{operator}', '{own,above}', NULL, NULL),
    ('repeal-document', '{publisher}', '{own}', NULL, NULL),
    ('repeal-document', '{operator}', '{own,above}', NULL, NULL),
    ('read-draft', '{drafter,proposer,reviewer,publisher}', '{own}', NULL, NULL),
    ('create-draft', '{drafter,proposer}', '{own}', NULL, NULL),
    ('save-draft', '{drafter}', '{own}', '{open}', NULL),
    ('save-draft', '{proposer}', '{own}', '{open}', TRUE),
    ('close-draft', '{drafter}', '{own}', '{open}', NULL),
    ('close-draft', '{proposer}', '{own}', '{open}', TRUE),
    ('propose-draft', '{drafter}', '{own}', '{open}', NULL),
    ('propose-draft', '{proposer}', '{own}', '{open}', TRUE),
    ('read-proposal', '{drafter,proposer,reviewer,publisher}', '{own}', NULL, NULL),
    ('examine-proposal', '{drafter,reviewer,publisher}', '{own}', NULL, NULL),
    ('check-proposal', '{drafter,proposer,reviewer,publisher}', '{own}', '{proposed,under-review,sent-back,approved}', NULL),
    ('comment-proposal', '{drafter,proposer,reviewer,publisher}', '{own}', '{proposed,under-review,sent-back,approved}', NULL),
    ('accept-undecided', '{reviewer}', '{own}', '{under-review}', FALSE),
    ('confirm-grade', '{reviewer}', '{own}', '{under-review,approved}', FALSE),
    ('approve-proposal', '{reviewer}', '{own}', '{under-review}', FALSE),
    ('publish-proposal', '{publisher}', '{own}', '{approved}', NULL),
    ('manage-tokens', '{drafter,proposer,reviewer,publisher,analyst,auditor,administrator,operator}', '{own,above}', NULL, TRUE),
    ('manage-tokens', '{operator}', '{own,above}', NULL, NULL),
    ('read-audit', '{auditor,operator}', '{own,above}', NULL, NULL)
$$;

CREATE FUNCTION "wall_cell"("role" TEXT, "action" TEXT, "state" TEXT, "relation" TEXT, "mine" BOOLEAN) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (
        SELECT FROM "wall_rights"() AS "own"
        WHERE "own"."action" = $2 AND $1 = ANY ("own"."roles") AND $4 = ANY ("own"."relations")
            AND ("own"."states" IS NULL OR $3 = ANY ("own"."states")) AND ("own"."mine" IS NULL OR "own"."mine" = $5)
    )
$$;

-- Where the place of a role stands to the place of what is acted on.
CREATE FUNCTION "wall_relation"("place" TEXT, "subject" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN $1 = $2 THEN 'own' WHEN starts_with($2, $1) THEN 'above' WHEN starts_with($1, $2) THEN 'below' ELSE 'apart' END
$$;

CREATE FUNCTION "wall_actor"() RETURNS UUID LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('tiaoli.actor', true), '')::UUID
$$;

-- The roles of the person at this moment; whoever runs the program on the data itself has theirs everywhere.
CREATE FUNCTION "wall_grants"() RETURNS TABLE ("role" TEXT, "path" TEXT) LANGUAGE sql STABLE AS $$
    SELECT "role_grant"."role", "jurisdiction"."path"
    FROM "role_grant"
    JOIN "jurisdiction" ON "jurisdiction"."id" = "role_grant"."jurisdiction_id"
    JOIN "user" ON "user"."id" = "role_grant"."user_id"
    WHERE "user"."id" = "wall_actor"() AND "user"."disabled_at" IS NULL
    UNION ALL
    SELECT 'operator', '' WHERE "wall_actor"() = '00000000-0000-4000-8000-000000000000'
$$;

CREATE FUNCTION "wall_may"("action" TEXT, "place" UUID, "state" TEXT, "mine" BOOLEAN) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM "wall_grants"() AS "own", "jurisdiction"
        WHERE "jurisdiction"."id" = $2 AND "wall_cell"("own"."role", $1, $3, "wall_relation"("own"."path", "jurisdiction"."path"), $4)
    )
$$;

-- Where the person may do what does not hang on states: once for a query, not for each row.
CREATE FUNCTION "wall_places"("action" TEXT) RETURNS SETOF UUID LANGUAGE sql STABLE AS $$
    SELECT "jurisdiction"."id" FROM "jurisdiction" WHERE "wall_may"($1, "jurisdiction"."id", 'none', false)
$$;

-- The functions that follow look behind the wall, since a policy may not ask about the table that it is of.
CREATE FUNCTION "wall_may_draft"("action" TEXT, "draft" UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM "draft" AS "own"
        WHERE "own"."id" = $2 AND "wall_may"($1, "own"."jurisdiction_id", "own"."state", "own"."author_id" = "wall_actor"())
    )
$$;

-- `sides`: whose places allow it, of the office that proposes, that decides, and that of the document.
CREATE FUNCTION "wall_may_proposal"("action" TEXT, "proposal" UUID, "sides" TEXT[]) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM "proposal" AS "own"
        JOIN "document" ON "document"."id" = "own"."document_id"
        CROSS JOIN LATERAL (VALUES
            ('proposing', "own"."jurisdiction_id"), ('reviewing', "own"."review_place_id"), ('document', "document"."jurisdiction_id")
        ) AS "at" ("side", "place")
        WHERE "own"."id" = $2 AND "at"."side" = ANY ($3) AND "wall_may"($1, "at"."place", "own"."state", (
            "own"."author_id" = "wall_actor"()
            OR EXISTS (SELECT FROM "draft_revision" WHERE "draft_revision"."draft_id" = "own"."draft_id" AND "draft_revision"."author_id" = "wall_actor"())
            OR EXISTS (SELECT FROM "proposal_round" WHERE "proposal_round"."proposal_id" = "own"."id" AND "proposal_round"."submitter_id" = "wall_actor"())
        ))
    )
$$;

-- Every place where somebody has a role has to allow it; whoever has none yet is the nation's.
CREATE FUNCTION "wall_manages"("action" TEXT, "person" UUID) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
    SELECT coalesce(bool_and("wall_may"($1, "jurisdiction"."id", 'none', $2 = "wall_actor"())), false)
    FROM "jurisdiction"
    WHERE "jurisdiction"."id" IN (SELECT "jurisdiction_id" FROM "role_grant" WHERE "user_id" = $2)
        OR ("jurisdiction"."parent_id" IS NULL AND NOT EXISTS (SELECT FROM "role_grant" WHERE "user_id" = $2))
$$;

-- What no policy allows is refused: of these tables nobody within the wall removes a row.
ALTER TABLE "proposal" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "proposal" FOR SELECT TO "tiaoli_office" USING (
    "jurisdiction_id" IN (SELECT "wall_places"('read-proposal')) OR "review_place_id" IN (SELECT "wall_places"('examine-proposal'))
);
CREATE POLICY "added" ON "proposal" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "author_id" = "wall_actor"() AND "jurisdiction_id" IN (SELECT "wall_places"('read-proposal')) AND "wall_may_draft"('propose-draft', "draft_id")
);
-- Which step may follow, and who takes it, hangs on the step: the program decides it, and the trigger of the steps.
CREATE POLICY "moved" ON "proposal" FOR UPDATE TO "tiaoli_office" USING (
    "jurisdiction_id" IN (SELECT "wall_places"('read-proposal')) OR "review_place_id" IN (SELECT "wall_places"('examine-proposal'))
);

-- A draft is its own office's; when it is laid before another, that office sees the row that its proposal rests on.
ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "draft" FOR SELECT TO "tiaoli_office" USING (
    "jurisdiction_id" IN (SELECT "wall_places"('read-draft')) OR EXISTS (SELECT FROM "proposal" WHERE "proposal"."draft_id" = "draft"."id")
);
CREATE POLICY "added" ON "draft" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "author_id" = "wall_actor"() AND "wall_may"('create-draft', "jurisdiction_id", 'none', false)
);
-- Whoever publishes a proposal closes its draft, also that of another office.
CREATE POLICY "saved" ON "draft" FOR UPDATE TO "tiaoli_office" USING (
    "wall_may"('save-draft', "jurisdiction_id", "state", "author_id" = "wall_actor"())
    OR "wall_may"('close-draft', "jurisdiction_id", "state", "author_id" = "wall_actor"())
    OR EXISTS (
        SELECT FROM "proposal" JOIN "document" ON "document"."id" = "proposal"."document_id"
        WHERE "proposal"."draft_id" = "draft"."id" AND "proposal"."state" = 'published'
            AND "wall_may"('publish-proposal', "document"."jurisdiction_id", 'approved', false)
    )
) WITH CHECK (true);

ALTER TABLE "draft_revision" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "draft_revision" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "draft" WHERE "draft"."id" = "draft_revision"."draft_id")
);
CREATE POLICY "added" ON "draft_revision" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "author_id" = "wall_actor"() AND "wall_may_draft"('save-draft', "draft_id")
);

ALTER TABLE "proposal_round" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "proposal_round" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "proposal_round"."proposal_id")
);
CREATE POLICY "added" ON "proposal_round" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "submitter_id" = "wall_actor"()
    AND EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "proposal_id" AND "wall_may_draft"('propose-draft', "proposal"."draft_id"))
);

ALTER TABLE "gate_check" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "gate_check" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "gate_check"."proposal_id")
);
CREATE POLICY "added" ON "gate_check" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "checker_id" = "wall_actor"() AND EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "proposal_id")
    AND "wall_may_proposal"('check-proposal', "proposal_id", '{proposing,reviewing,document}')
);

ALTER TABLE "acceptance" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "acceptance" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "acceptance"."proposal_id")
);
CREATE POLICY "added" ON "acceptance" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "accepter_id" = "wall_actor"()
    AND "wall_may_proposal"(CASE "kind" WHEN 'undecided' THEN 'accept-undecided' ELSE 'confirm-grade' END, "proposal_id", '{reviewing}')
);

ALTER TABLE "approval" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "approval" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "approval"."proposal_id")
);
CREATE POLICY "added" ON "approval" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "reviewer_id" = "wall_actor"() AND "wall_may_proposal"('approve-proposal', "proposal_id", '{reviewing}')
);

ALTER TABLE "review_thread" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "review_thread" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "review_thread"."proposal_id")
);
CREATE POLICY "added" ON "review_thread" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "author_id" = "wall_actor"() AND EXISTS (SELECT FROM "proposal" WHERE "proposal"."id" = "proposal_id")
    AND "wall_may_proposal"('comment-proposal', "proposal_id", '{proposing,reviewing}')
);
CREATE POLICY "resolved" ON "review_thread" FOR UPDATE TO "tiaoli_office" USING (
    "wall_may_proposal"('comment-proposal', "proposal_id", '{proposing,reviewing}')
);

ALTER TABLE "review_comment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "review_comment" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "review_thread" WHERE "review_thread"."id" = "review_comment"."thread_id")
);
CREATE POLICY "added" ON "review_comment" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "author_id" = "wall_actor"() AND EXISTS (
        SELECT FROM "review_thread"
        WHERE "review_thread"."id" = "thread_id" AND "wall_may_proposal"('comment-proposal', "review_thread"."proposal_id", '{proposing,reviewing}')
    )
);

ALTER TABLE "suggestion" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "suggestion" FOR SELECT TO "tiaoli_office" USING (
    EXISTS (SELECT FROM "review_thread" WHERE "review_thread"."id" = "suggestion"."thread_id")
);
CREATE POLICY "added" ON "suggestion" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "author_id" = "wall_actor"() AND EXISTS (
        SELECT FROM "review_thread"
        WHERE "review_thread"."id" = "thread_id" AND "wall_may_proposal"('comment-proposal', "review_thread"."proposal_id", '{proposing,reviewing}')
    )
);
-- Whoever may change the draft settles it.
CREATE POLICY "settled" ON "suggestion" FOR UPDATE TO "tiaoli_office" USING (
    EXISTS (
        SELECT FROM "review_thread" JOIN "proposal" ON "proposal"."id" = "review_thread"."proposal_id"
        WHERE "review_thread"."id" = "suggestion"."thread_id" AND "wall_may_draft"('save-draft', "proposal"."draft_id")
    )
);

ALTER TABLE "api_token" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "api_token" FOR SELECT TO "tiaoli_office" USING ("wall_manages"('manage-tokens', "user_id"));
CREATE POLICY "added" ON "api_token" FOR INSERT TO "tiaoli_office" WITH CHECK ("wall_manages"('manage-tokens', "user_id"));
CREATE POLICY "revoked" ON "api_token" FOR UPDATE TO "tiaoli_office" USING ("wall_manages"('manage-tokens', "user_id"));

-- Whatever is done adds to the trail, in the name of whoever did it; few read it.
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "audit_event" FOR SELECT TO "tiaoli_office" USING ("jurisdiction_id" IN (SELECT "wall_places"('read-audit')));
CREATE POLICY "added" ON "audit_event" FOR INSERT TO "tiaoli_office" WITH CHECK (("content"::JSON ->> 'actorId') = "wall_actor"()::TEXT);

-- Everybody sees what is published; nobody publishes for another office, or in another's name.
ALTER TABLE "version" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "version" FOR SELECT TO "tiaoli_office" USING (true);
CREATE POLICY "added" ON "version" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "publisher_id" = "wall_actor"()
    AND "wall_may"('publish-version', (SELECT "jurisdiction_id" FROM "document" WHERE "document"."id" = "document_id"), 'none', false)
);
ALTER TABLE "repeal" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "repeal" FOR SELECT TO "tiaoli_office" USING (true);
CREATE POLICY "added" ON "repeal" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "recorder_id" = "wall_actor"()
    AND "wall_may"('repeal-document', (SELECT "jurisdiction_id" FROM "document" WHERE "document"."id" = "document_id"), 'none', false)
);
