using System.Reflection;
using System.Runtime.InteropServices;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo.Libmongoc;

/// <summary>Finds MongoDB's C driver under the file names of its 1.x and 2.x lines.</summary>
internal static class NativeLibraries
{
    /// <summary>Names in <see cref="LibraryImportAttribute"/>; never the names of files.</summary>
    public const string Mongoc = "newsmesh-mongoc";
    public const string Bson = "newsmesh-bson";

    private static readonly string[] MongocFiles =
    [
        "libmongoc2.so.2", "libmongoc-1.0.so.0", "libmongoc2.2.dylib", "libmongoc2.dylib", "libmongoc-1.0.0.dylib",
        "libmongoc-1.0.dylib", "mongoc2.dll", "mongoc-1.0.dll",
    ];

    private static readonly string[] BsonFiles =
    [
        "libbson2.so.2", "libbson-1.0.so.0", "libbson2.2.dylib", "libbson2.dylib", "libbson-1.0.0.dylib",
        "libbson-1.0.dylib", "bson2.dll", "bson-1.0.dll",
    ];

    /// <summary>Where Homebrew keeps libraries, which the system's loader does not look through.</summary>
    private static readonly string[] ExtraFolders = ["/opt/homebrew/lib", "/usr/local/lib"];

    private static readonly Lazy<(nint Mongoc, nint Bson)> Loaded = new(Load);

    /// <summary>Loads the libraries once and has imports resolved from them.</summary>
    /// <exception cref="MongoFaultException">They are not installed; the message says what to install.</exception>
    public static void Require() => _ = Loaded.Value;

    private static (nint, nint) Load()
    {
        // One line of the driver for both: a libbson of the other one has another layout.
        for (var i = 0; i < MongocFiles.Length; i++)
        {
            if (TryLoad(BsonFiles[i], out var bson) && TryLoad(MongocFiles[i], out var mongoc))
            {
                NativeLibrary.SetDllImportResolver(
                    typeof(NativeLibraries).Assembly,
                    (name, _, _) => name switch { Mongoc => mongoc, Bson => bson, _ => 0 });
                return (mongoc, bson);
            }
        }

        throw new MongoFaultException(
            MongoFaultKind.Misconfigured,
            0,
            "A mongodb:// store needs MongoDB's C driver (libmongoc 1.21 or later), which was not found. Install it: "
            + "Debian 12 and Ubuntu 22.04 'apt install libmongoc-1.0-0', Debian 13 and Ubuntu 24.04 'apt install libmongoc-1.0-0t64', "
            + "later ones 'apt install libmongoc2-2', macOS 'brew install mongo-c-driver'; or build with -p:Upstream=true, which uses MongoDB's .NET driver instead.");
    }

    private static bool TryLoad(string file, out nint handle)
    {
        if (NativeLibrary.TryLoad(file, Assembly.GetExecutingAssembly(), null, out handle))
        {
            return true;
        }

        foreach (var folder in ExtraFolders)
        {
            if (OperatingSystem.IsMacOS() && NativeLibrary.TryLoad(Path.Combine(folder, file), out handle))
            {
                return true;
            }
        }

        return false;
    }
}
