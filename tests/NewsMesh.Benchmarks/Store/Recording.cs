using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Benchmarks.Store;

/// <summary>The commands of all operations over some articles, as a store sent them one after the other.</summary>
internal sealed class Recording : IDisposable
{
    private readonly Dictionary<string, List<RecordedCommand>[]> _byArticle = [];

    private Recording(IReadOnlyList<RecordedCommand> commands, int articles)
    {
        Commands = commands;
        foreach (var group in commands.Where(x => x.Operation.Length > 0).GroupBy(x => x.Operation))
        {
            var byArticle = group.ToLookup(x => x.Article);
            _byArticle[group.Key] = [.. Enumerable.Range(0, articles).Select(i => byArticle[i].ToList())];
        }

        using var file = File.Create(Path);
        foreach (var command in commands.Where(x => x.Operation.Length > 0))
        {
            file.Write(command.Encode());
        }
    }

    /// <summary>All of them, the opening of the store included.</summary>
    public IReadOnlyList<RecordedCommand> Commands { get; }

    /// <summary>A file of the operations' commands, one BSON document each.</summary>
    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>Runs the operations on an empty database and writes their commands down.</summary>
    public static async Task<Recording> MakeAsync(string uri, IReadOnlyList<StoredArticle> articles)
    {
        CommandRecorder? recorder = null;
        await using var store = MongoStore.Open(uri, null, null, address => recorder = new CommandRecorder(MongoConnection.Open(address)));
        await store.InitializeAsync();
        foreach (var operation in StoreOperation.All)
        {
            for (var i = 0; i < articles.Count; i++)
            {
                recorder!.Begin(operation.Name, i);
                await operation.RunAsync(store, articles[i]);
            }
        }

        return new Recording(recorder!.Commands, articles.Count);
    }

    /// <summary>Commands of one operation for one article.</summary>
    public IReadOnlyList<RecordedCommand> Of(string operation, int article) => _byArticle[operation][article];

    /// <summary>Documents in the replies of one operation for one article.</summary>
    public int Documents(string operation, int article) =>
        Of(operation, article).Sum(x => x.Reply.TryGetValue("cursor", out var cursor) ? cursor["firstBatch"].AsBsonArray.Count : 0);

    public void Dispose() => File.Delete(Path);
}
