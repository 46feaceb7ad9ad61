-- A document may have several files, one for each of its versions: the path belongs to them.
ALTER TABLE "draft" ADD COLUMN "path" TEXT;
UPDATE "draft" SET "path" = "document"."path" FROM "document" WHERE "document"."id" = "draft"."document_id";
ALTER TABLE "draft" ALTER COLUMN "path" SET NOT NULL;

ALTER TABLE "version" ADD COLUMN "path" TEXT;
ALTER TABLE "version" DISABLE TRIGGER "version_stays";
UPDATE "version" SET "path" = "document"."path" FROM "document" WHERE "document"."id" = "version"."document_id";
ALTER TABLE "version" ENABLE TRIGGER "version_stays";
ALTER TABLE "version" ALTER COLUMN "path" SET NOT NULL;

DROP INDEX "document_path_key";
ALTER TABLE "document" DROP COLUMN "path";

-- Whoever runs the program on the data itself; nobody can sign in with it.
INSERT INTO "user" ("id", "login", "name", "created_at") VALUES ('00000000-0000-4000-8000-000000000000', 'operator', '运行人员', now());
