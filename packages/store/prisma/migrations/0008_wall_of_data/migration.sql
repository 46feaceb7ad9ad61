-- The wall also stands around jobs, data of people, what came of them, and cases that were kept.

-- The table of rights as before, with what these policies ask about.
CREATE OR REPLACE FUNCTION "wall_rights"() RETURNS TABLE ("action" TEXT, "roles" TEXT[], "relations" TEXT[], "states" TEXT[], "mine" BOOLEAN) LANGUAGE sql IMMUTABLE AS $$
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
    ('read-job', '{drafter,proposer,reviewer,publisher,analyst}', '{own}', NULL, NULL),
    ('cancel-job', '{drafter,proposer,reviewer,publisher,analyst}', '{own}', NULL, TRUE),
    ('read-dataset', '{drafter,proposer,reviewer,publisher,analyst,administrator}', '{own}', NULL, NULL),
    ('register-dataset', '{analyst}', '{own}', NULL, NULL),
    ('delete-dataset', '{analyst,administrator}', '{own}', NULL, NULL),
    ('run-simulation', '{drafter,proposer,reviewer,publisher,analyst}', '{own}', NULL, NULL),
    ('read-run', '{drafter,proposer,reviewer,publisher,analyst}', '{own}', NULL, NULL),
    ('read-case', '{drafter,proposer,reviewer,publisher,analyst}', '{own}', NULL, NULL),
    ('keep-case', '{drafter,proposer,reviewer,publisher,analyst}', '{own}', NULL, NULL),
    ('delete-case', '{analyst}', '{own}', NULL, NULL),
    ('delete-case', '{drafter,proposer,reviewer,publisher}', '{own}', NULL, TRUE),
    ('manage-tokens', '{drafter,proposer,reviewer,publisher,analyst,auditor,administrator,operator}', '{own,above}', NULL, TRUE),
    ('manage-tokens', '{operator}', '{own,above}', NULL, NULL),
    ('read-audit', '{auditor,operator}', '{own,above}', NULL, NULL)
$$;

-- Whoever asked ends a job, and what comes of it is kept in their name; what works on jobs is outside of the wall.
ALTER TABLE "job" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "job" FOR SELECT TO "tiaoli_office" USING ("jurisdiction_id" IN (SELECT "wall_places"('read-job')));
CREATE POLICY "added" ON "job" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "asker_id" = "wall_actor"() AND "jurisdiction_id" IN (SELECT "wall_places"('read-job'))
);
CREATE POLICY "moved" ON "job" FOR UPDATE TO "tiaoli_office" USING ("wall_may"('cancel-job', "jurisdiction_id", 'none', "asker_id" = "wall_actor"()));

ALTER TABLE "dataset" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "dataset" FOR SELECT TO "tiaoli_office" USING ("jurisdiction_id" IN (SELECT "wall_places"('read-dataset')));
CREATE POLICY "added" ON "dataset" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "registrar_id" = "wall_actor"() AND "wall_may"('register-dataset', "jurisdiction_id", 'none', false)
);
CREATE POLICY "deleted" ON "dataset" FOR UPDATE TO "tiaoli_office" USING ("wall_may"('delete-dataset', "jurisdiction_id", 'none', false));

ALTER TABLE "run" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "run" FOR SELECT TO "tiaoli_office" USING ("jurisdiction_id" IN (SELECT "wall_places"('read-run')));
CREATE POLICY "added" ON "run" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "runner_id" = "wall_actor"() AND "wall_may"('run-simulation', "jurisdiction_id", 'none', false)
);

-- Cases alone are taken away row and all: of whom they tell is nobody's business any more.
ALTER TABLE "stored_case" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "stored_case" FOR SELECT TO "tiaoli_office" USING ("jurisdiction_id" IN (SELECT "wall_places"('read-case')));
CREATE POLICY "added" ON "stored_case" FOR INSERT TO "tiaoli_office" WITH CHECK (
    "keeper_id" = "wall_actor"() AND "wall_may"('keep-case', "jurisdiction_id", 'none', false)
);
CREATE POLICY "deleted" ON "stored_case" FOR DELETE TO "tiaoli_office" USING (
    "wall_may"('delete-case', "jurisdiction_id", 'none', "keeper_id" = "wall_actor"())
);
