-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "asker_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "step" TEXT,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "stopping" BOOLEAN NOT NULL,
    "claim" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "result" TEXT,
    "result_hash" CHAR(64),
    "problem" TEXT,
    "revision" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "root_hash" CHAR(64) NOT NULL,
    "persons" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "retain_until" DATE NOT NULL,
    "registrar_id" UUID NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "deleter_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "identity" CHAR(64) NOT NULL,
    "title" TEXT NOT NULL,
    "result_hash" CHAR(64) NOT NULL,
    "runner_id" UUID NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_case" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "keeper_id" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_state_asked_at_idx" ON "job"("state", "asked_at");

-- CreateIndex
CREATE INDEX "job_asker_id_changed_at_idx" ON "job"("asker_id", "changed_at");

-- CreateIndex
CREATE INDEX "job_jurisdiction_id_state_idx" ON "job"("jurisdiction_id", "state");

-- CreateIndex
CREATE INDEX "dataset_jurisdiction_id_idx" ON "dataset"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "run_jurisdiction_id_ran_at_idx" ON "run"("jurisdiction_id", "ran_at");

-- CreateIndex
CREATE INDEX "stored_case_jurisdiction_id_idx" ON "stored_case"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "stored_case_expires_at_idx" ON "stored_case"("expires_at");

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_registrar_id_fkey" FOREIGN KEY ("registrar_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_deleter_id_fkey" FOREIGN KEY ("deleter_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_result_hash_fkey" FOREIGN KEY ("result_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_runner_id_fkey" FOREIGN KEY ("runner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_case" ADD CONSTRAINT "stored_case_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_case" ADD CONSTRAINT "stored_case_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_case" ADD CONSTRAINT "stored_case_keeper_id_fkey" FOREIGN KEY ("keeper_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand, from here on.

ALTER TABLE "job" ADD CONSTRAINT "job_state" CHECK ("state" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "job" ADD CONSTRAINT "job_claim" CHECK (("state" = 'running') = ("claim" IS NOT NULL) AND ("claim" IS NULL) = ("lease_until" IS NULL));
ALTER TABLE "job" ADD CONSTRAINT "job_result" CHECK (("state" = 'done') = ("result" IS NOT NULL) AND ("result" IS NULL) = ("result_hash" IS NULL));
ALTER TABLE "job" ADD CONSTRAINT "job_problem" CHECK (("state" = 'failed') = ("problem" IS NOT NULL));
ALTER TABLE "job" ADD CONSTRAINT "job_counts" CHECK (0 <= "done" AND "done" <= "total" AND 0 <= "attempts" AND 1 <= "revision");
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_counts" CHECK (0 <= "persons" AND 0 <= "claims");
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_deleted" CHECK (("deleted_at" IS NULL) = ("deleter_id" IS NULL));

-- One folder, one dataset that is not deleted.
CREATE UNIQUE INDEX "dataset_folder" ON "dataset"("folder") WHERE "deleted_at" IS NULL;

-- What is over stays as it is; and moments are those of the one clock that all servers share.
CREATE FUNCTION "job_moves"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."changed_at" := clock_timestamp();
    IF TG_OP = 'INSERT' THEN
        IF NEW."state" <> 'waiting' THEN
            RAISE EXCEPTION 'a job begins as waiting' USING ERRCODE = 'restrict_violation';
        END IF;
        NEW."asked_at" := NEW."changed_at";
        NEW."begun_at" := NULL;
        NEW."ended_at" := NULL;
        NEW."revision" := 1;
        RETURN NEW;
    END IF;
    IF (OLD."state", NEW."state") NOT IN (
        ('waiting', 'waiting'), ('waiting', 'running'), ('waiting', 'cancelled'), ('waiting', 'failed'),
        ('running', 'running'), ('running', 'waiting'), ('running', 'done'), ('running', 'failed'), ('running', 'cancelled')
    ) THEN
        RAISE EXCEPTION 'a job that is % does not become %', OLD."state", NEW."state" USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD."kind", OLD."input", OLD."subject", OLD."asker_id", OLD."jurisdiction_id", OLD."asked_at")
        IS DISTINCT FROM (NEW."kind", NEW."input", NEW."subject", NEW."asker_id", NEW."jurisdiction_id", NEW."asked_at")
    THEN
        RAISE EXCEPTION 'what was asked of a job is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD."claim" IS DISTINCT FROM NEW."claim" AND NEW."state" = 'running' THEN
        NEW."begun_at" := NEW."changed_at";
    END IF;
    IF NEW."state" IN ('done', 'failed', 'cancelled') THEN
        NEW."ended_at" := NEW."changed_at";
    END IF;
    NEW."revision" := OLD."revision" + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER "job_moves" BEFORE INSERT OR UPDATE ON "job" FOR EACH ROW EXECUTE FUNCTION "job_moves"();

-- Of a dataset nothing changes but that it is deleted, once.
CREATE FUNCTION "dataset_moves"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."deleted_at" IS NOT NULL
        OR (to_jsonb(OLD) - 'deleted_at' - 'deleter_id') <> (to_jsonb(NEW) - 'deleted_at' - 'deleter_id')
    THEN
        RAISE EXCEPTION 'a dataset is never changed, only deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "dataset_moves" BEFORE UPDATE ON "dataset" FOR EACH ROW EXECUTE FUNCTION "dataset_moves"();
CREATE TRIGGER "dataset_kept" BEFORE DELETE OR TRUNCATE ON "dataset" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "run_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "run" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "stored_case_stays" BEFORE UPDATE OR TRUNCATE ON "stored_case" EXECUTE FUNCTION "refuse_change"();
