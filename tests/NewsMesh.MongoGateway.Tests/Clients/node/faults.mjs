import assert from 'node:assert/strict';
import { MongoClient, MongoServerError } from 'mongodb';

const client = new MongoClient(process.argv[2], { serverSelectionTimeoutMS: 10_000 });
const db = client.db(process.argv[3]);
const things = db.collection('things');
const fail = (mode, data = {}) => client.db('admin').command({ configureFailPoint: 'failCommand', mode, data });
try {
  const session = client.startSession();
  await things.insertOne({ _id: 1, n: 0 }, { session });
  assert.deepEqual(await things.findOne({ _id: 1 }, { session }), { _id: 1, n: 0 });
  await session.endSession();

  await fail({ times: 1 }, { failCommands: ['insert'], errorCode: 14031 });
  await assert.rejects(things.insertOne({ _id: 2 }), error => error instanceof MongoServerError && error.code === 14031);

  // Retried by the driver: an error that says so, and a connection that ends before or after the write.
  await fail({ times: 1 }, { failCommands: ['update'], errorCode: 189 });
  assert.equal((await things.updateOne({ _id: 1 }, { $inc: { n: 1 } })).modifiedCount, 1);
  await fail({ times: 1 }, { failCommands: ['update'], closeConnection: true });
  assert.equal((await things.updateOne({ _id: 1 }, { $inc: { n: 1 } })).modifiedCount, 1);
  await fail('off');
  await client.db('admin').command({ configureFailPoint: 'onPrimaryTransactionalWrite', mode: { times: 1 }, data: { closeConnection: true } });
  assert.equal((await things.updateOne({ _id: 1 }, { $inc: { n: 1 } })).modifiedCount, 1);
  assert.deepEqual(await things.findOne({ _id: 1 }), { _id: 1, n: 3 });

  await fail('alwaysOn', { failCommands: ['find'], blockConnection: true, blockTimeMS: 300 });
  const begun = performance.now();
  await things.findOne({ _id: 1 });
  assert.ok(performance.now() - begun >= 250); // timers of another clock may be some milliseconds early
  await fail('off');
  await assert.rejects(client.withSession(s => s.withTransaction(() => things.insertOne({ _id: 9 }, { session: s }))), { code: 263 });
  await db.dropDatabase();
  console.log('done');
} finally {
  await fail('off');
  await client.close();
}
