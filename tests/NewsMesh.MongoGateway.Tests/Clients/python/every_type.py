"""Every BSON type comes back as it was sent."""
import datetime
import re

import bson
from _client import client, db, done

documents = [{
    "_id": bson.ObjectId(),
    "double": 1.5, "nan": float("inf"), "text": "Ünïcödé \u0000 😀", "empty": "", "document": {"a": {"b": {}}}, "array": [1, [2, []], {"c": 3}],
    "binary": bson.Binary(bytes(range(256))), "subtype": bson.Binary(bytes(16), 5), "yes": True, "none": None,
    "date": datetime.datetime(1969, 12, 31, 23, 59, 59, 999000), "late": datetime.datetime(9999, 12, 31, 23, 59, 59, 999000),
    "int": 2**31 - 1, "long": bson.Int64(5), "longest": bson.Int64(-2**63), "decimal": bson.Decimal128("1.50E+3"),
    "regex": bson.Regex.from_native(re.compile("a.b", re.IGNORECASE)), "code": bson.Code("x"),
    "timestamp": bson.Timestamp(5, 6), "min": bson.MinKey(), "max": bson.MaxKey(),
}]
db.types.insert_many(documents)
raw = client.get_database(db.name, codec_options=bson.codec_options.CodecOptions(document_class=bson.SON)).types.find_one({})
sent, got = bson.encode(bson.SON(documents[0])), bson.encode(raw)
assert got == sent, [(k, documents[0][k], v) for k, v in raw.items() if bson.encode({k: v}) != bson.encode({k: documents[0][k]})]
assert db.types.find_one({"decimal": bson.Decimal128("1500")}) is not None, "numbers compare by value"
assert db.types.find_one({"double": {"$type": "int"}}) is None
done()
