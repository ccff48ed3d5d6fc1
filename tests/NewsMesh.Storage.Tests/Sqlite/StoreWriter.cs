using System.Diagnostics;
using System.Globalization;
using NewsMesh.Storage.Sqlite;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>Another process that writes to a store: adds rejections, and prints the id of each that it was the first to add.</summary>
internal static class StoreWriter
{
    /// <summary>The process's own part: ids "0" to <paramref name="count"/> - 1, its name as the message key.</summary>
    public static async Task<int> RunAsync(string path, string name, int count)
    {
        await using var store = SqliteStore.Open(path);
        await store.InitializeAsync();
        for (var i = 0; i < count; i++)
        {
            var id = i.ToString(CultureInfo.InvariantCulture);
            var won = await store.Rejections.TryAddAsync(Given.Rejection(id) with { TraceId = name });
            if (won)
            {
                await Console.Out.WriteLineAsync(id);
                await Console.Out.FlushAsync();
            }
        }

        return 0;
    }

    public static Process Start(string path, string name, int count)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "exec", typeof(StoreWriter).Assembly.Location, path, name, count.ToString(CultureInfo.InvariantCulture),
            },
        };
        return Process.Start(start)!;
    }
}
