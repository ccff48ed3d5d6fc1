using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo;

/// <summary>Brings a database to this build's schema. Every step may be repeated, so that processes may start at once.</summary>
internal sealed class MongoOpening(MongoDatabase database, StoreOptions options, TimeProvider clock)
{
    private const string SchemaId = "schema";

    private readonly MongoCollection _meta = new(database, MongoSchema.Meta);

    /// <summary>Steps from one version to the next, the first to version 1.</summary>
    private IReadOnlyList<Func<CancellationToken, Task>> Migrations => [CreateIndexesAsync];

    public async Task PrepareAsync(CancellationToken ct)
    {
        try
        {
            await IntroduceAsync(ct);
            await MigrateAsync(ct);
            await new MongoRetention(database, options).ApplyAsync(ct);
        }
        catch (MongoFaultException fault)
        {
            throw MongoErrors.AtStart(fault, database.Address);
        }
        catch (StoreUnavailableException e) when (e.InnerException is MongoFaultException fault)
        {
            throw MongoErrors.AtStart(fault, database.Address);
        }
    }

    private async Task IntroduceAsync(CancellationToken ct)
    {
        var hello = await database.RunAsync(MongoCommandKind.Read, new BsonDocument("hello", 1), ct);
        database.ReadsMajority = hello.Contains("setName") || hello.GetValue("msg", "") == "isdbgrid";
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        var stored = await VersionAsync(ct) ?? await BeginAsync(ct);
        if (stored > MongoSchema.Version)
        {
            throw new StoreConfigurationException(
                $"The database at {database.Address.Location} has schema {stored}, this program knows up to {MongoSchema.Version}: "
                + "use the newer program, or another database.");
        }

        for (var version = stored + 1; version <= MongoSchema.Version; version++)
        {
            await Migrations[version - 1](ct);
            await _meta.UpdateAsync(
                Filter.Id(SchemaId),
                new BsonDocument
                {
                    { "$max", new BsonDocument("version", version) },
                    { "$set", new BsonDocument("migratedAt", new BsonDateTime(clock.GetUtcNow().ToUnixTimeMilliseconds())) },
                },
                ct);
        }
    }

    private async Task<int?> VersionAsync(CancellationToken ct) =>
        (await _meta.FindFirstAsync(Filter.Id(SchemaId), ct))?["version"].ToInt32();

    /// <summary>
    /// Marks an empty database as NewsMesh's. The mark comes before the collections: where those are there without it, they are
    /// another program's.
    /// </summary>
    private async Task<int> BeginAsync(CancellationToken ct)
    {
        var reply = await database.RunAsync(
            MongoCommandKind.Read,
            new BsonDocument { { "listCollections", 1 }, { "nameOnly", true }, { "cursor", new BsonDocument("batchSize", 10_000) } },
            ct);
        var names = reply["cursor"]["firstBatch"].AsBsonArray.Select(collection => collection["name"].AsString);
        if (await VersionAsync(ct) is { } stored)
        {
            return stored;
        }

        if (names.Intersect(MongoSchema.Collections).FirstOrDefault() is { } foreign)
        {
            throw new StoreConfigurationException(
                $"The database at {database.Address.Location} holds a collection '{foreign}' of another program: name another database.");
        }

        await _meta.TryInsertAsync(
            new BsonDocument { { "_id", SchemaId }, { "application", "newsmesh" }, { "version", 0 } }, ct);
        return 0;
    }

    private async Task CreateIndexesAsync(CancellationToken ct)
    {
        foreach (var group in MongoSchema.Indexes.GroupBy(index => index.Collection))
        {
            var indexes = group.Select(index => new BsonDocument { { "name", index.Name }, { "key", index.Keys } });
            await database.RunAsync(
                MongoCommandKind.Write,
                new BsonDocument { { "createIndexes", group.Key }, { "indexes", new BsonArray(indexes) } },
                ct);
        }
    }
}
