from _client import client, db, done, raises
import bson
import pymongo
from pymongo.read_concern import ReadConcern

things = db.things
with client.start_session(causal_consistency=True) as session:
    things.insert_one({"_id": 1}, session=session)
    assert things.find_one({"_id": 1}, session=session) == {"_id": 1}
    assert len(list(things.find({}, session=session, batch_size=2))) == 1
strict = db.get_collection("things", write_concern=pymongo.WriteConcern("majority", wtimeout=1000),
                           read_concern=ReadConcern("majority"))
strict.insert_one({"_id": 2})
assert strict.count_documents({}) == 2

# The same session and number: applied once, whatever is asked; the reply is the first one's.
lsid = client.start_session().session_id
for _ in range(3):
    reply = db.command("update", "things", updates=[{"q": {"_id": 1}, "u": {"$inc": {"n": 1}}}], lsid=lsid, txnNumber=bson.Int64(7))
    assert (reply["n"], reply["nModified"]) == (1, 1), reply
assert things.find_one({"_id": 1}) == {"_id": 1, "n": 1}
for _ in range(2):
    reply = db.command("findAndModify", "things", query={"_id": 1}, update={"$inc": {"n": 1}}, new=True, lsid=lsid, txnNumber=bson.Int64(8))
    assert reply["value"]["n"] == 2, reply

# Nor is what the first time made impossible: the second insert of the same document is no duplicate, the second deletion finds one.
for _ in range(2):
    assert db.command("insert", "things", documents=[{"_id": 3}], lsid=lsid, txnNumber=bson.Int64(9)) == {"n": 1, "ok": 1}
for _ in range(2):
    assert db.command("delete", "things", deletes=[{"q": {"_id": 3}, "limit": 1}], lsid=lsid, txnNumber=bson.Int64(10)) == {"n": 1, "ok": 1}
raises(11000, lambda: things.insert_one({"_id": 1}))
assert things.count_documents({}) == 2

# Transactions of several commands are refused, not ignored.
with client.start_session() as session:
    session.start_transaction()
    raises(263, lambda: things.insert_one({"_id": 9}, session=session))
assert things.find_one({"_id": 9}) is None
done()
