"""Runs the statements of a job on Spark and writes the rows of those that are asked for.

    spark-submit run-queries.py JOB.json

What a job holds is said in `spark-job.ts`. Rows are gathered by the driver and written beside the job, so that no folder
has to be seen by the whole cluster. The first line holds the names and the types of the columns; each row is a JSON array on
a line of its own: whole numbers and decimals are written as text, since not every reader of JSON holds 64 bits; dates and
everything else as text, too; truth values, nulls and lists as they are. What happens is said on the standard output, in lines that begin with "tiaoli ".
"""

import json
import os
import sys
import threading
import time

from pyspark import StorageLevel
from pyspark.sql import SparkSession


def tell(**what):
    print("tiaoli " + json.dumps(what, ensure_ascii=True), flush=True)


def cell(value):
    if isinstance(value, list):
        return [cell(each) for each in value]
    return value if value is None or isinstance(value, bool) else str(value)


def open_session(job):
    builder = SparkSession.builder.appName(job["name"])
    for key, value in job["settings"].items():
        builder = builder.config(key, value)
    if job["hive"]:
        builder = builder.enableHiveSupport()
    session = builder.getOrCreate()
    # What a cluster sets for everybody may be otherwise; these hold for the statements of this job.
    for key, value in job["settings"].items():
        if key.startswith("spark.sql.") and session.conf.isModifiable(key):
            session.conf.set(key, value)
    return session


def open_table(session, table):
    if "table" in table:
        return session.table(table["table"])
    return session.read.parquet(*table["files"])


def write_rows(frame, path):
    columns = [[field.name, field.dataType.simpleString()] for field in frame.schema]
    with open(path, "x", encoding="utf-8") as file:
        file.write(json.dumps(columns, ensure_ascii=False) + "\n")
        for row in frame.collect():
            file.write(json.dumps([cell(value) for value in row], ensure_ascii=False) + "\n")


def run_step(session, step):
    frame = session.sql(step["sql"])
    if "view" in step:
        if step["keep"]:
            # Worked out now and once, on the disks of the cluster: it may be larger than its memory, and plans that
            # stand on each other would grow from statement to statement.
            frame = frame.localCheckpoint(True, StorageLevel.DISK_ONLY)
        frame.createOrReplaceTempView(step["view"])
    if "rows" in step:
        write_rows(frame, step["rows"])


def end_with(parent):
    """Ends this process, and with it the job, once nobody waits for it any more."""
    while True:
        time.sleep(2)
        try:
            os.kill(parent, 0)
        except ProcessLookupError:
            os._exit(1)


def run(job):
    session = open_session(job)
    tell(kind="started", application=session.sparkContext.applicationId)
    for table in job["tables"]:
        open_table(session, table).createOrReplaceTempView(table["view"])
    for done, step in enumerate(job["steps"], start=1):
        run_step(session, step)
        tell(kind="progress", done=done, of=len(job["steps"]))
    session.stop()
    tell(kind="done")


def main(path):
    with open(path, encoding="utf-8") as file:
        job = json.load(file)
    if os.name == "posix":
        threading.Thread(target=end_with, args=(job["parent"],), daemon=True).start()
    try:
        run(job)
    except Exception as error:
        tell(kind="failed", reason=str(error))
        sys.exit(1)


main(sys.argv[1])
