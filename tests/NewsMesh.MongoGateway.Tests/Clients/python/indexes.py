from _client import client, db, done, raises

things = db.things
assert things.create_index("n") == "n_1"
assert things.create_index([("tags", 1), ("n", -1)], name="byTag") == "byTag"
assert things.create_index("at", expireAfterSeconds=3600) == "at_1"
assert things.create_index("k", unique=True) == "k_1"
assert things.create_index("n") == "n_1", "the same index again is no error"
indexes = things.index_information()
assert set(indexes) == {"_id_", "n_1", "byTag", "at_1", "k_1"}, indexes
assert indexes["byTag"]["key"] == [("tags", 1), ("n", -1)] and indexes["at_1"]["expireAfterSeconds"] == 3600 and indexes["k_1"]["unique"]
raises(86, lambda: things.create_index("other", name="n_1"))

db.command("collMod", "things", index={"keyPattern": {"at": 1}, "expireAfterSeconds": 60})
assert things.index_information()["at_1"]["expireAfterSeconds"] == 60

things.insert_many([{"_id": i, "n": i, "tags": [f"t{i % 3}"], "k": i} for i in range(200)])
raises(11000, lambda: things.insert_one({"k": 5}))
raises(11000, lambda: things.update_one({"_id": 1}, {"$set": {"k": 2}}))

# An index on documents that are there already answers when it is built; a unique one is refused where it cannot be.
assert things.create_index("other") == "other_1"
things.insert_one({"_id": "twice", "k": "x", "n": 5})
raises(11000, lambda: things.create_index("n", unique=True, name="unique"))


def stages(plan):
    for key, value in plan.items():
        if key == "stage":
            yield value
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, dict):
                yield from stages(child)


def explain(command):
    plan = db.command("explain", command, verbosity="queryPlanner")["queryPlanner"]
    assert plan["namespace"] == f"{db.name}.things"
    return plan["winningPlan"]


def uses(index, command):
    plan = explain(command)
    assert "COLLSCAN" not in stages(plan) and f"'indexName': '{index}'" in str(plan), (command, plan)


uses("n_1", {"find": "things", "filter": {"n": 3}})
uses("_id_", {"find": "things", "filter": {"_id": {"$in": [3, 4]}}})
uses("byTag", {"find": "things", "filter": {"tags": {"$in": ["t1", "t2"]}}, "sort": {"n": -1}})
uses("n_1", {"find": "things", "filter": {}, "sort": {"n": -1}, "limit": 5})
uses("byTag", {"aggregate": "things", "pipeline": [{"$match": {"tags": "t1"}}, {"$group": {"_id": "$n"}}], "cursor": {}})
uses("n_1", {"count": "things", "query": {"n": 3}})
uses("n_1", {"distinct": "things", "key": "n", "query": {"n": 3}})
uses("k_1", {"update": "things", "updates": [{"q": {"k": 1}, "u": {"$set": {"z": 1}}}]})
uses("k_1", {"delete": "things", "deletes": [{"q": {"k": 1}, "limit": 1}]})
uses("k_1", {"findAndModify": "things", "query": {"k": 1}, "update": {"$set": {"z": 1}}})
for unindexed in ({"find": "things", "filter": {"z": 3}}, {"find": "things", "filter": {}, "sort": {"z": 1}}, {"find": "things", "filter": {}},
                  {"find": "things", "filter": {"$or": [{"n": 1}, {"z": 1}]}}):
    assert "COLLSCAN" in stages(explain(unindexed)), (unindexed, explain(unindexed))

things.drop_index("n_1")
raises(27, lambda: things.drop_index("n_1"))
things.drop_indexes()
assert set(things.index_information()) == {"_id_"}
assert set(db.list_collection_names()) == {"things"}
assert db.name in client.list_database_names()
db.things.rename("others")
assert db.list_collection_names() == ["others"]
db.drop_collection("others")
db.drop_collection("nosuch")
assert db.list_collection_names() == []
done()
