using MongoDB.Bson;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

/// <summary>Raw pages; the few whose compressed content is larger than a document should be have parts beside them.</summary>
internal sealed class MongoRawPageStore(MongoDatabase database) : IRawPageStore
{
    private readonly MongoCollection _pages = new(database, MongoSchema.RawPages);
    private readonly MongoCollection _parts = new(database, MongoSchema.RawPageParts);

    public async Task<bool> TryAddAsync(RawPageDocument page, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var pieces = PageCompression.Compress(page.Content).Chunk(MongoLimits.PageBytes).ToList();
        var first = pieces.Count > 0 ? pieces[0] : [];

        // The parts first: a page that is there is whole. A repeat finds the same parts under the same ids.
        for (var part = 1; part < pieces.Count; part++)
        {
            await _parts.TryInsertAsync(
                new BsonDocument("_id", PartId(page.RawId, part)).PutTime("receivedAt", page.ReceivedAt).Put("content", pieces[part]), ct);
        }

        return await _pages.TryInsertAsync(RawPageBson.Write(page, first, pieces.Count - 1), ct);
    }

    public async Task<RawPageDocument?> GetAsync(string rawId, CancellationToken ct = default)
    {
        if (await _pages.FindFirstAsync(Filter.Id(rawId), ct) is not { } document)
        {
            return null;
        }

        var ids = Enumerable.Range(1, RawPageBson.Parts(document)).Select(part => PartId(rawId, part)).ToList();
        var parts = await _parts.FindByIdsAsync(ids, ct);

        // Retention may have taken a part a moment before the page.
        if (parts.Count < ids.Count)
        {
            return null;
        }

        using var packed = new MemoryStream();
        packed.Write(document.BytesOrNull("content"));
        parts.ForEach(part => packed.Write(part.BytesOrNull("content")));
        return RawPageBson.Read(document, PageCompression.Decompress(packed.ToArray()));
    }

    public async Task<int?> GetRevisionAsync(string rawId, CancellationToken ct = default) =>
        (await _pages.FindFirstAsync(Filter.Id(rawId), ct, projection: new BsonDocument("revision", 1)))?.IntOrNull("revision");

    public Task SetRevisionAsync(string rawId, int revision, CancellationToken ct = default) =>
        _pages.UpdateAsync(Filter.Id(rawId), new BsonDocument("$set", new BsonDocument("revision", revision)), ct);

    private static BsonValue PartId(string rawId, int part) => $"{BsonFields.WellFormed(rawId)}:{part}";
}
