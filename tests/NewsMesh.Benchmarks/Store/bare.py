"""Does what a recording of the store's commands says, by pymongo: one command after the other, or in bulk.

usage: bare.py RECORDING URI DATABASE single|bulk CONCURRENCY

Prints a line of JSON for each operation: its name, the number of articles, seconds, and seconds of processor time. An operation
that has no bulk form is left out of `bulk`.
"""

import itertools
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import bson
from pymongo import InsertOne, MongoClient, ReplaceOne, UpdateOne
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern

BULK = 100


def is_update(document):
    return next(iter(document)).startswith("$")


def write_model(command):
    """A write command of one statement as pymongo's own request."""
    if "insert" in command:
        return InsertOne(command["documents"][0])
    update = command["updates"][0]
    form = UpdateOne if is_update(update["u"]) else ReplaceOne
    return form(update["q"], update["u"], upsert=update["upsert"])


def run_single(database, command):
    """Runs one recorded command by the method of pymongo that sends it."""
    if "insert" in command:
        database[command["insert"]].insert_one(command["documents"][0])
    elif "update" in command:
        update = command["updates"][0]
        collection = database[command["update"]]
        method = collection.update_one if is_update(update["u"]) else collection.replace_one
        method(update["q"], update["u"], upsert=update["upsert"])
    elif "find" in command:
        list(database[command["find"]].find(
            command["filter"], sort=list(command["sort"].items()) if "sort" in command else None,
            limit=command["limit"], batch_size=command["batchSize"], max_time_ms=command["maxTimeMS"]))
    else:
        list(database[command["aggregate"]].aggregate(
            command["pipeline"], batchSize=command["cursor"]["batchSize"], maxTimeMS=command["maxTimeMS"]))


def run_bulk(database, commands):
    """Runs the commands of many articles that stand at the same place of one operation: writes as one bulk, reads by id as one."""
    if "find" in commands[0]:
        ids = [command["filter"]["_id"] for command in commands]
        list(database[commands[0]["find"]].find({"_id": {"$in": ids}}, max_time_ms=commands[0]["maxTimeMS"]))
        return
    collection = commands[0].get("insert") or commands[0]["update"]
    database[collection].bulk_write([write_model(command) for command in commands], ordered=False)


def work(database, articles, mode, concurrency):
    """The pieces of work of an operation over all articles, as functions."""
    if mode == "single":
        return [lambda commands=commands: [run_single(database, c) for c in commands] for commands in articles]
    size = max(1, min(BULK, len(articles) // concurrency))
    chunks = [articles[i:i + size] for i in range(0, len(articles), size)]
    return [lambda chunk=chunk: [run_bulk(database, place) for place in zip(*chunk)] for chunk in chunks]


def main():
    recording, uri, name, mode, concurrency = sys.argv[1:]
    concurrency = int(concurrency)
    with open(recording, "rb") as file:
        recorded = list(bson.decode_file_iter(file, bson.CodecOptions(document_class=bson.SON)))
    client = MongoClient(uri, maxPoolSize=32, retryWrites=True)
    database = client.get_database(
        name, read_concern=ReadConcern("majority"), write_concern=WriteConcern(w="majority", wtimeout=15000))
    with ThreadPoolExecutor(concurrency) as threads:
        list(threads.map(lambda _: client.admin.command("ping"), range(4 * concurrency)))
        for operation, of_operation in itertools.groupby(recorded, key=lambda x: x["operation"]):
            articles = [[x["command"] for x in group] for _, group in itertools.groupby(of_operation, key=lambda x: x["article"])]
            if mode == "bulk" and any("aggregate" in command for command in articles[0]):
                continue
            pieces = work(database, articles, mode, concurrency)
            cpu, start = time.process_time(), time.perf_counter()
            list(threads.map(lambda piece: piece(), pieces))
            print(json.dumps({
                "operation": operation,
                "articles": len(articles),
                "seconds": time.perf_counter() - start,
                "cpuSeconds": time.process_time() - cpu,
            }), flush=True)


main()
