import time

import pymongo
from _client import client, db, done, raises

things = db.things
assert client.admin.command("ping")["ok"] == 1
assert things.insert_one({"_id": 1, "a": 5}).inserted_id == 1
assert things.find_one({"_id": 1}) == {"_id": 1, "a": 5}
assert things.find_one({"_id": 2}) is None

# A unique violation is the driver's own exception; nothing is written.
error = raises(11000, lambda: things.insert_one({"_id": 1, "a": 6}))
assert type(error).__name__ == "DuplicateKeyError" and "index: _id_" in str(error), error
assert things.count_documents({}) == 1

result = things.update_one({"_id": 1}, {"$set": {"a": 7}})
assert (result.matched_count, result.modified_count, result.upserted_id) == (1, 1, None)
result = things.update_one({"_id": 1}, {"$set": {"a": 7}})
assert (result.matched_count, result.modified_count) == (1, 0)
result = things.update_one({"_id": 2}, {"$set": {"a": 8}, "$setOnInsert": {"b": 1}}, upsert=True)
assert (result.matched_count, result.upserted_id) == (0, 2)
result = things.update_one({"_id": 2}, {"$set": {"a": 9}, "$setOnInsert": {"b": 2}}, upsert=True)
assert things.find_one({"_id": 2}) == {"_id": 2, "a": 9, "b": 1}
assert things.replace_one({"_id": 2}, {"c": 1}).modified_count == 1
assert things.find_one({"_id": 2}) == {"_id": 2, "c": 1}

# findAndModify: before, after, upsert, remove, nothing found, a condition that no longer holds.
assert things.find_one_and_update({"_id": 1}, {"$inc": {"a": 1}}) == {"_id": 1, "a": 7}
assert things.find_one_and_update({"_id": 1}, {"$inc": {"a": 1}}, return_document=True) == {"_id": 1, "a": 9}
assert things.find_one_and_update({"_id": 1, "a": 7}, {"$inc": {"a": 1}}) is None
assert things.find_one_and_update({"_id": 3}, {"$inc": {"a": 1}}, upsert=True, return_document=True) == {"_id": 3, "a": 1}
assert things.find_one_and_delete({"_id": 3}) == {"_id": 3, "a": 1}
assert things.find_one_and_update({"_id": 1}, [{"$set": {"b": {"$add": ["$a", 1]}}}], return_document=True)["b"] == 10

assert things.delete_one({"_id": 1}).deleted_count == 1
assert things.delete_many({}).deleted_count == 1
assert things.find_one({}) is None

# A write that asks for no answer is applied all the same, and the connection goes on.
unanswered = db.get_collection("things", write_concern=pymongo.WriteConcern(w=0))
for i in range(20):
    unanswered.insert_one({"_id": f"unanswered {i}"})
deadline = time.monotonic() + 30
while things.count_documents({}) < 20:
    assert time.monotonic() < deadline, "unanswered writes are lost"
    time.sleep(0.05)
things.delete_many({})

# Errors by their numbers.
raises(59, lambda: db.command("nosuchcommand"))
raises(2, lambda: list(things.find({"a": {"$nosuch": 1}})))
raises(9, lambda: things.update_one({"_id": 1}, {"$nosuch": {"a": 1}}))
raises(66, lambda: (things.insert_one({"_id": 5}), things.update_one({"_id": 5}, {"$set": {"_id": 6}})))
db.create_collection("checked", validator={"a": {"$type": "int"}})
raises(121, lambda: db.checked.insert_one({"a": "text"}))
raises(26, lambda: db.command("collMod", "nosuch", validator={}))
done()
