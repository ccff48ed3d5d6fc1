using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsMesh.Ingest.Language;

/// <summary>
/// The embedded model file: "NMLI", format byte, four bytes of content hash, then zlib (RFC 1950) over: number of models,
/// and for each the number of languages, each code with its length, the number of n-grams G as uint32, G sorted
/// uint32 hashes, and per language G signed bytes. Little endian.
/// </summary>
internal sealed class ModelFile
{
    private const string ResourceName = "NewsMesh.Ingest.Language.language-model.bin";
    private const byte Format = 1;
    private const int HeaderLength = 9;

    private readonly byte[] _body;
    private int _at;

    private ModelFile(byte[] body) => _body = body;

    /// <returns>The models in the order of <see cref="Script"/>, and the version, "format.hash".</returns>
    /// <exception cref="InvalidDataException">The resource is missing or of another format: a fault of the build.</exception>
    public static (NGramModel[] Models, string Version) Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"resource {ResourceName} is missing");
        Span<byte> header = stackalloc byte[HeaderLength];
        stream.ReadExactly(header);
        if (!header.StartsWith("NMLI"u8) || header[4] != Format)
        {
            throw new InvalidDataException($"resource {ResourceName} is no language model of format {Format}");
        }

        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionMode.Decompress))
        {
            zlib.CopyTo(unpacked);
        }

        var file = new ModelFile(unpacked.ToArray());
        var models = new NGramModel[file.Byte()];
        for (int i = 0; i < models.Length; i++)
        {
            models[i] = file.Model();
        }

        return (models, $"{Format}.{Convert.ToHexStringLower(header[5..])}");
    }

    private NGramModel Model()
    {
        var languages = new string[Byte()];
        for (int i = 0; i < languages.Length; i++)
        {
            languages[i] = Encoding.ASCII.GetString(Take(Byte()));
        }

        var keys = new uint[UInt32()];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = UInt32();
        }

        // Stored by language, which packs better; looked up by n-gram.
        var ratios = new sbyte[keys.Length * languages.Length];
        for (int language = 0; language < languages.Length; language++)
        {
            ReadOnlySpan<sbyte> column = MemoryMarshal.Cast<byte, sbyte>(Take(keys.Length));
            for (int row = 0; row < column.Length; row++)
            {
                ratios[(row * languages.Length) + language] = column[row];
            }
        }

        return new NGramModel(languages, keys, ratios);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> span = _body.AsSpan(_at, length);
        _at += length;
        return span;
    }

    private byte Byte() => Take(1)[0];

    private uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
}
