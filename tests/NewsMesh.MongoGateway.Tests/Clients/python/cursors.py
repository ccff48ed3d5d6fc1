from _client import client, db, done, raises

things = db.things
things.insert_many([{"_id": i, "n": i % 100, "pad": "x" * 1000} for i in range(3000)])

# Many batches, in natural order, by _id, in an order that no index gives, and in a stream of two cursors.
assert sorted(d["_id"] for d in things.find({}, batch_size=7)) == list(range(3000))
assert [d["_id"] for d in things.find({}).sort("_id", -1).batch_size(100)] == list(range(2999, -1, -1))
assert [d["n"] for d in things.find({"n": {"$lt": 50}}).sort("n", 1).batch_size(100)] == sorted(i % 100 for i in range(3000) if i % 100 < 50)
both = list(zip(things.find({}).sort("_id", 1).batch_size(50), things.find({}).sort("_id", -1).batch_size(50)))
assert len(both) == 3000 and all(a["_id"] + b["_id"] == 2999 for a, b in both)
assert [d["_id"] for d in things.find({}).sort("_id", 1).skip(10).limit(5)] == [10, 11, 12, 13, 14]
assert list(things.find({"_id": 4}, {"n": 1})) == [{"_id": 4, "n": 4}]
assert len(list(things.aggregate([{"$match": {"n": {"$gte": 0}}}, {"$addFields": {"m": 1}}], batchSize=100))) == 3000

# A batch is no longer than a message may be: 40 documents of 1 MB come in several.
big = db.big
for i in range(40):
    big.insert_one({"_id": i, "pad": "x" * 1_000_000})
assert len(list(big.find({}))) == 40

# A killed cursor is gone, and an unknown one never was.
reply = db.command("find", "things", batchSize=2)
cursor = reply["cursor"]["id"]
assert cursor != 0 and len(reply["cursor"]["firstBatch"]) == 2
more = db.command("getMore", cursor, collection="things", batchSize=3)
assert len(more["cursor"]["nextBatch"]) == 3 and more["cursor"]["id"] == cursor
assert db.command("killCursors", "things", cursors=[cursor])["cursorsKilled"] == [cursor]
raises(43, lambda: db.command("getMore", cursor, collection="things"))
assert db.command("killCursors", "things", cursors=[cursor])["cursorsNotFound"] == [cursor]
assert db.command("find", "things", batchSize=2, singleBatch=True)["cursor"]["id"] == 0
done()
