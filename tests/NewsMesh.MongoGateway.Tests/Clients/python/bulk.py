from _client import db, done
from pymongo import DeleteMany, DeleteOne, InsertOne, ReplaceOne, UpdateMany, UpdateOne
from pymongo.errors import BulkWriteError

things = db.things
things.create_index("k", unique=True)
assert len(things.insert_many([{"_id": i, "k": i} for i in range(5000)]).inserted_ids) == 5000

result = things.bulk_write([
    InsertOne({"_id": "a", "k": "a"}), UpdateOne({"k": 1}, {"$set": {"n": 1}}), UpdateMany({"k": {"$gte": 4990}}, {"$set": {"n": 2}}),
    UpdateOne({"k": "u"}, {"$set": {"n": 3}}, upsert=True), ReplaceOne({"k": 2}, {"k": 2, "r": True}), DeleteOne({"k": 3}),
    DeleteMany({"k": {"$lt": 2}}),
])
assert (result.inserted_count, result.matched_count, result.modified_count, result.deleted_count) == (1, 12, 12, 3), result.bulk_api_result
assert list(result.upserted_ids) == [3]


def failing(ordered):
    try:
        things.bulk_write([InsertOne({"k": f"{ordered}1"}), InsertOne({"k": "a"}), InsertOne({"k": f"{ordered}2"})], ordered=ordered)
    except BulkWriteError as error:
        return error.details
    raise AssertionError("nothing was raised")


# Ordered stops at the first error, unordered goes on.
details = failing(True)
assert details["nInserted"] == 1 and [(e["index"], e["code"]) for e in details["writeErrors"]] == [(1, 11000)], details
details = failing(False)
assert details["nInserted"] == 2 and [(e["index"], e["code"]) for e in details["writeErrors"]] == [(1, 11000)], details
assert things.count_documents({"k": {"$in": ["True1", "True2", "False1", "False2"]}}) == 3

# The order of an ordered batch is kept, and each of its statements sees what the one before it did.
result = things.bulk_write([UpdateOne({"_id": "o"}, {"$push": {"seen": i}}, upsert=True) for i in range(50)])
assert (result.upserted_count, result.matched_count, result.modified_count) == (1, 49, 49), result.bulk_api_result
assert things.find_one({"_id": "o"})["seen"] == list(range(50))
done()
