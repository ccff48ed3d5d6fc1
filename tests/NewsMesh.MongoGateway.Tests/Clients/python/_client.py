"""What the programs share: a client and a database from the arguments, and a check for errors that must come."""
import sys

import pymongo

client = pymongo.MongoClient(sys.argv[1], serverSelectionTimeoutMS=10_000, appname="newsmesh-tests")
db = client[sys.argv[2]]


def raises(code, call):
    """Runs a call that must fail with MongoDB's error code, and gives the exception."""
    try:
        call()
    except pymongo.errors.BulkWriteError as error:
        assert error.details["writeErrors"][0]["code"] == code, error.details
        return error
    except (pymongo.errors.OperationFailure, pymongo.errors.NotMasterError) as error:
        assert error.details["code"] == code, error.details
        return error
    raise AssertionError(f"nothing was raised; {code} was expected")


def done():
    client.drop_database(db.name)
    print("done")
