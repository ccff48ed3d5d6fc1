from _client import db, done, raises

MIB = 1024 * 1024
things = db.things
fits = {"_id": "fits", "pad": "x" * (16 * MIB - 40)}
things.insert_one(fits)
assert things.find_one({"_id": "fits"}) == fits
raises(17419, lambda: things.update_one({"_id": "fits"}, {"$set": {"more": "y" * 100}}))
assert things.find_one({"_id": "fits"}) == fits, "a refused update changes nothing"
raises(2, lambda: things.insert_one({"_id": "too large", "pad": "x" * (16 * MIB + 10_000)}))
assert things.count_documents({}) == 1
things.insert_many([{"_id": i, "pad": bytes(1 * MIB)} for i in range(60)])
assert things.count_documents({}) == 61
done()
