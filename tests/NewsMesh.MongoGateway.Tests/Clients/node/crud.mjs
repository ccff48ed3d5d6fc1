import assert from 'node:assert/strict';
import { Binary, Decimal128, Long, MongoClient } from 'mongodb';

const client = new MongoClient(process.argv[2], { serverSelectionTimeoutMS: 10_000, promoteLongs: false });
const db = client.db(process.argv[3]);
const things = db.collection('things');
try {
  const document = {
    _id: 1, date: new Date(0), long: Long.fromString('9007199254740993'), decimal: Decimal128.fromString('1.50'),
    binary: new Binary(Buffer.from([0, 1, 255])), list: [1, { a: null }], text: 'Ünïcödé',
  };
  assert.equal((await things.insertOne(document)).insertedId, 1);
  assert.deepEqual(await things.findOne({ _id: 1 }), document);
  await assert.rejects(things.insertOne({ _id: 1 }), { code: 11000 });

  assert.equal((await things.updateOne({ _id: 2 }, { $set: { n: 1 } }, { upsert: true })).upsertedId, 2);
  assert.deepEqual(await things.findOneAndUpdate({ _id: 2 }, { $inc: { n: 1 } }, { returnDocument: 'after' }), { _id: 2, n: 2 });
  assert.equal(await things.findOneAndUpdate({ _id: 2, n: 1 }, { $inc: { n: 1 } }), null);
  assert.equal((await things.deleteOne({ _id: 2 })).deletedCount, 1);

  await things.createIndex({ k: 1 }, { unique: true, sparse: true });
  await things.createIndex({ date: 1 }, { expireAfterSeconds: 60 });
  assert.deepEqual((await things.indexes()).map(i => i.name).sort(), ['_id_', 'date_1', 'k_1']);

  const bulk = await things.bulkWrite([
    ...Array.from({ length: 2000 }, (_, i) => ({ insertOne: { document: { _id: 100 + i, k: i, n: i % 10 } } })),
    { updateMany: { filter: { n: 3 }, update: { $set: { three: true } } } },
    { deleteMany: { filter: { n: 4 } } },
  ]);
  assert.deepEqual([bulk.insertedCount, bulk.modifiedCount, bulk.deletedCount], [2000, 200, 200]);
  await assert.rejects(
    things.bulkWrite([{ insertOne: { document: { k: 1 } } }, { insertOne: { document: { k: 'new' } } }], { ordered: false }),
    error => error.code === 11000 && error.insertedCount === 1);

  // Many batches, and a stream of changes of batch size; then a cursor that is left open.
  const ids = [];
  for await (const found of things.find({ _id: { $gte: 100, $lt: 2100 } }, { batchSize: 13 }).sort({ _id: 1 })) {
    ids.push(found._id);
  }
  assert.deepEqual(ids, Array.from({ length: 2000 }, (_, i) => 100 + i).filter((_, i) => i % 10 !== 4));
  const open = things.find({}, { batchSize: 2 });
  await open.next();
  await open.close();

  const groups = await things.aggregate([{ $match: { n: { $exists: true } } }, { $group: { _id: '$n', c: { $sum: 1 } } }, { $sort: { _id: 1 } }]).toArray();
  assert.deepEqual(groups.map(g => [g._id, g.c]), [0, 1, 2, 3, 5, 6, 7, 8, 9].map(n => [n, 200]));
  assert.equal(await things.countDocuments({ three: true }), 200);
  assert.deepEqual((await things.distinct('n')).sort(), [0, 1, 2, 3, 5, 6, 7, 8, 9]);
  const plan = await things.find({ k: 5 }).explain('queryPlanner');
  assert.equal(plan.queryPlanner.winningPlan.inputStage.indexName, 'k_1');
  assert.ok((await db.listCollections().toArray()).some(c => c.name === 'things'));
  await db.dropDatabase();
  console.log('done');
} finally {
  await client.close();
}
