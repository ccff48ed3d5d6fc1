import time

import pymongo
from _client import client, db, done, raises

things = db.things


def fail(mode, **data):
    client.admin.command("configureFailPoint", "failCommand", mode=mode, data=data)


def raised(kind, call):
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__} was raised")


try:
    fail({"times": 1}, failCommands=["insert"], errorCode=14031)
    raises(14031, lambda: things.insert_one({"_id": 1}))
    assert things.insert_one({"_id": 1}).inserted_id == 1, "once was asked for"

    # Not primary: the driver sends the write again by itself, once.
    fail({"times": 1}, failCommands=["insert"], errorCode=10107)
    assert things.insert_one({"_id": 2}).inserted_id == 2
    fail({"times": 2}, failCommands=["insert"], errorCode=189, closeConnection=False)
    raises(189, lambda: things.insert_one({"_id": 3}))
    assert things.find_one({"_id": 3}) is None

    # A cut connection, too.
    fail({"times": 1}, failCommands=["insert", "find"], closeConnection=True)
    assert things.insert_one({"_id": 4}).inserted_id == 4
    fail({"times": 2}, failCommands=["find"], closeConnection=True)
    raised(pymongo.errors.AutoReconnect, lambda: things.find_one({"_id": 4}))
    assert things.find_one({"_id": 4}) == {"_id": 4}

    # Without a label that says so nothing is sent again.
    fail({"times": 1}, failCommands=["insert"], errorCode=10107, errorLabels=[])
    raises(10107, lambda: things.insert_one({"_id": 5}))

    # Slow; timers of another clock may be some milliseconds early.
    fail({"times": 1}, failCommands=["find"], blockConnection=True, blockTimeMS=400)
    begun = time.monotonic()
    assert things.find_one({"_id": 4}) == {"_id": 4}
    assert time.monotonic() - begun >= 0.35

    # A write concern that was not met: the write itself is done.
    fail({"times": 1}, failCommands=["insert"], writeConcernError={"code": 64, "errmsg": "waiting for replication timed out"})
    error = raised(pymongo.errors.WriteConcernError, lambda: things.insert_one({"_id": 6}))
    assert error.code == 64 and things.find_one({"_id": 6}) == {"_id": 6}

    # For one application alone; and not for a command that is not listed.
    fail("alwaysOn", failCommands=["insert"], errorCode=2, appName="another")
    things.insert_one({"_id": 7})
    fail("alwaysOn", failCommands=["insert"], errorCode=2, appName="newsmesh-tests")
    raises(2, lambda: things.insert_one({"_id": 8}))
    assert things.find_one({"_id": 7}) == {"_id": 7}
    fail({"skip": 1}, failCommands=["insert"], errorCode=2)
    things.insert_one({"_id": 9})
    raises(2, lambda: things.insert_one({"_id": 10}))

    # The reply is lost after the write was applied: the driver sends it again, and it is applied once.
    fail("off")
    client.admin.command("configureFailPoint", "onPrimaryTransactionalWrite", mode={"times": 1}, data={})
    assert things.update_one({"_id": 9}, {"$inc": {"n": 1}}).modified_count == 1
    assert things.find_one({"_id": 9}) == {"_id": 9, "n": 1}
finally:
    fail("off")
    client.admin.command("configureFailPoint", "onPrimaryTransactionalWrite", mode="off")
done()
