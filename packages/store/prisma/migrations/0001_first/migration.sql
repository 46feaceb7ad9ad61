-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "jurisdiction" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_id" UUID,
    "path" TEXT NOT NULL,

    CONSTRAINT "jurisdiction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "user_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("user_id","jurisdiction_id","role")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blob" (
    "hash" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "base_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_revision" (
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source_hash" CHAR(64) NOT NULL,
    "author_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_revision_pkey" PRIMARY KEY ("draft_id","number")
);

-- CreateTable
CREATE TABLE "version" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "source_hash" CHAR(64) NOT NULL,
    "module_hash" CHAR(64) NOT NULL,
    "meaning_hash" CHAR(64) NOT NULL,
    "engine_version" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "publisher_id" UUID NOT NULL,
    "rollback_of_id" UUID,

    CONSTRAINT "version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_file" (
    "version_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "version_file_pkey" PRIMARY KEY ("version_id","path")
);

-- CreateTable
CREATE TABLE "repeal" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorder_id" UUID NOT NULL,

    CONSTRAINT "repeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "jurisdiction_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "previous_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("jurisdiction_id","number")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "jurisdiction_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("jurisdiction_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "jurisdiction_path_key" ON "jurisdiction"("path");

-- CreateIndex
CREATE UNIQUE INDEX "jurisdiction_parent_id_name_key" ON "jurisdiction"("parent_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "user_login_key" ON "user"("login");

-- CreateIndex
CREATE INDEX "role_grant_jurisdiction_id_idx" ON "role_grant"("jurisdiction_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_code_key" ON "document"("code");

-- CreateIndex
CREATE UNIQUE INDEX "document_path_key" ON "document"("path");

-- CreateIndex
CREATE INDEX "document_jurisdiction_id_idx" ON "document"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "draft_document_id_idx" ON "draft"("document_id");

-- CreateIndex
CREATE INDEX "draft_jurisdiction_id_state_idx" ON "draft"("jurisdiction_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "version_hash_key" ON "version"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "version_document_id_number_key" ON "version"("document_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "repeal_document_id_number_key" ON "repeal"("document_id", "number");

-- AddForeignKey
ALTER TABLE "jurisdiction" ADD CONSTRAINT "jurisdiction_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_base_version_id_fkey" FOREIGN KEY ("base_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_source_hash_fkey" FOREIGN KEY ("source_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_source_hash_fkey" FOREIGN KEY ("source_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_module_hash_fkey" FOREIGN KEY ("module_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_rollback_of_id_fkey" FOREIGN KEY ("rollback_of_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_file" ADD CONSTRAINT "version_file_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_file" ADD CONSTRAINT "version_file_hash_fkey" FOREIGN KEY ("hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repeal" ADD CONSTRAINT "repeal_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repeal" ADD CONSTRAINT "repeal_recorder_id_fkey" FOREIGN KEY ("recorder_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand, from here on.

-- There is one nation, and it alone has nothing above it.
CREATE UNIQUE INDEX "jurisdiction_one_nation" ON "jurisdiction"(("parent_id" IS NULL)) WHERE "parent_id" IS NULL;
ALTER TABLE "jurisdiction" ADD CONSTRAINT "jurisdiction_level" CHECK (("level" = 'nation') = ("parent_id" IS NULL) AND "level" IN ('nation', 'province', 'city', 'county'));
ALTER TABLE "draft" ADD CONSTRAINT "draft_state" CHECK ("state" IN ('open', 'closed'));
ALTER TABLE "draft" ADD CONSTRAINT "draft_revision" CHECK ("revision" >= 1);
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_number" CHECK ("number" >= 1);
ALTER TABLE "version" ADD CONSTRAINT "version_number" CHECK ("number" >= 1);
ALTER TABLE "repeal" ADD CONSTRAINT "repeal_number" CHECK ("number" >= 1);
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_number" CHECK ("number" >= 1);
ALTER TABLE "blob" ADD CONSTRAINT "blob_hash" CHECK ("hash" = encode(sha256("bytes"), 'hex'));

-- What is published or has happened stays: no program can change it, whatever mistake it makes.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "blob_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "blob" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "draft_revision_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "draft_revision" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "version_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "version" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "version_file_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "version_file" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "repeal_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "repeal" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event" EXECUTE FUNCTION "refuse_change"();
