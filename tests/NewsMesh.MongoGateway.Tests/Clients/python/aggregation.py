from _client import db, done, raises

things = db.things
things.insert_many([{"_id": i, "n": i % 10, "tags": [f"t{i % 3}", "all"]} for i in range(300)])
db.names.insert_many([{"_id": i, "name": f"name {i}"} for i in range(10)])

assert list(things.aggregate([{"$unwind": "$tags"}, {"$group": {"_id": "$tags", "c": {"$sum": 1}}}, {"$sort": {"_id": 1}}])) == [
    {"_id": "all", "c": 300}, {"_id": "t0", "c": 100}, {"_id": "t1", "c": 100}, {"_id": "t2", "c": 100}]
assert list(things.aggregate([
    {"$match": {"tags": {"$in": ["t1", "t2"]}}}, {"$group": {"_id": "$n", "most": {"$max": "$_id"}}}, {"$sort": {"most": -1}}, {"$limit": 1}])) == [
    {"_id": 9, "most": 299}]
joined = list(things.aggregate([
    {"$match": {"_id": 7}}, {"$lookup": {"from": "names", "localField": "n", "foreignField": "_id", "as": "name"}},
    {"$project": {"_id": 0, "name": {"$arrayElemAt": ["$name.name", 0]}}}]))
assert joined == [{"name": "name 7"}], joined
facets = list(things.aggregate([{"$facet": {"count": [{"$count": "n"}], "first": [{"$sort": {"_id": 1}}, {"$limit": 1}, {"$project": {"n": 1}}]}}]))
assert facets == [{"count": [{"n": 300}], "first": [{"_id": 0, "n": 0}]}], facets
assert things.count_documents({"n": 3}) == 30
assert things.estimated_document_count() >= 0
assert sorted(things.distinct("tags", {"n": 1})) == ["all", "t0", "t1", "t2"]

# A command that takes too long is ended: this one would go through 27 million documents.
all_of_them = [{"$lookup": {"from": "things", "pipeline": [], "as": "x"}}, {"$unwind": "$x"}]
raises(50, lambda: list(things.aggregate([*all_of_them, *all_of_them, {"$group": {"_id": "$x.n", "c": {"$sum": 1}}}], maxTimeMS=200)))
assert things.find_one({"_id": 1}, max_time_ms=5000)["n"] == 1
done()
