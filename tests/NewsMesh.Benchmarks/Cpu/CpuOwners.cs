namespace NewsMesh.Benchmarks.Cpu;

/// <summary>Whose work a stack is: the first frame, from the innermost outwards, that one of these names.</summary>
/// <remarks>
/// What a part has the framework do for it (JSON, regular expressions, memory, compression) is thereby that part's own.
/// </remarks>
internal static class CpuOwners
{
    public const string Ingest = "ingest";
    public const string Stripping = "stripping";
    public const string Entities = "entities";
    public const string Dedup = "dedup";
    public const string Store = "store";
    public const string Bus = "bus";

    /// <summary>The just-in-time compiler: most of it soon after the start.</summary>
    public const string Compiler = "compiler";

    /// <summary>Garbage collection on threads of its own, the thread pool, the kernel where no code of ours called it.</summary>
    public const string Rest = "rest";

    /// <summary>All owners, in the order of an article's way.</summary>
    public static IReadOnlyList<string> All { get; } = [Ingest, Stripping, Entities, Dedup, Store, Bus, Compiler, Rest];

    private static readonly (string In, string Owner)[] Libraries =
    [
        ("libe_sqlite3", Store),
        ("libclrjit", Compiler),
    ];

    /// <summary>The kernel's files are the store's, since nothing else writes or reads any, and its sockets are the bus's.</summary>
    private static readonly (string In, string Owner)[] Kernel =
    [
        ("vfs_", Store),
        ("ext4_", Store),
        ("do_fsync", Store),
        ("tcp_", Bus),
        ("sock_", Bus),
    ];

    private static readonly (string In, string Owner)[] Code =
    [
        ("NewsMesh.Storage", Store),
        ("Microsoft.Data.Sqlite", Store),
        ("SQLitePCL", Store),
        ("NewsMesh.Ingest", Ingest),
        ("NewsMesh.Stripping", Stripping),
        ("AngleSharp", Stripping),
        ("NewsMesh.Entities", Entities),
        ("NewsMesh.Dedup", Dedup),
        ("MassTransit", Bus),
        ("RabbitMQ.Client", Bus),
        ("NewsMesh.ServiceDefaults", Bus),
    ];

    /// <summary>The owner of a sample.</summary>
    /// <param name="frames">Declaring type (another symbol's name) and library of each frame, innermost first.</param>
    public static string Of(IEnumerable<(string Type, string Library)> frames)
    {
        foreach (var (type, library) in frames)
        {
            var owner = Libraries.FirstOrDefault(x => library.Contains(x.In, StringComparison.Ordinal)).Owner
                ?? Kernel.FirstOrDefault(x => type.StartsWith(x.In, StringComparison.Ordinal)).Owner
                ?? Code.FirstOrDefault(x => type.StartsWith(x.In, StringComparison.Ordinal)).Owner;
            if (owner is not null)
            {
                return owner;
            }
        }

        return Rest;
    }
}
