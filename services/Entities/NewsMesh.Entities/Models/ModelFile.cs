using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace NewsMesh.Entities.Models;

/// <summary>A model file in memory, checked; its form is described in <c>services/Entities/training/FORMAT.md</c>.</summary>
internal sealed class ModelFile
{
    public const int FormatVersion = 1;

    /// <summary>A larger file is not read: no model comes near.</summary>
    public const int MaxBytes = 1 << 28;

    /// <summary>Magic, version, lengths and checksum, before the JSON header.</summary>
    public const int PreambleBytes = 64;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, ModelTensor> _tensors;

    private ModelFile(byte[] bytes, ModelHeader header)
    {
        (_bytes, Header) = (bytes, header);
        _tensors = header.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    public static ReadOnlySpan<byte> Magic => "NMNER\r\n\x1A"u8;

    public ModelHeader Header { get; }

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="FileNotFoundException">There is none; the message names the path.</exception>
    /// <exception cref="InvalidDataException">It is damaged, of another version, or no model; the message names it and says which.</exception>
    public static ModelFile Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no model file '{path}'.", path);
        }

        try
        {
            return new FileInfo(path).Length > MaxBytes
                ? throw new InvalidDataException($"it is larger than {MaxBytes} bytes")
                : Parse(File.ReadAllBytes(path));
        }
        catch (InvalidDataException e)
        {
            throw Unusable(path, e);
        }
    }

    /// <summary>The fault of a file, as a sentence that names it.</summary>
    public static InvalidDataException Unusable(string path, InvalidDataException fault) =>
        new($"The model file '{path}' cannot be used: {fault.Message}.", fault);

    /// <exception cref="InvalidDataException">What is wrong, as half a sentence.</exception>
    public static ModelFile Parse(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length < PreambleBytes || !bytes.AsSpan(0, 8).SequenceEqual(Magic))
        {
            throw new InvalidDataException("it is no NewsMesh entity model");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8));
        if (version != FormatVersion)
        {
            throw new InvalidDataException($"it has format version {version}, this program reads version {FormatVersion}");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16));
        if (length != (ulong)bytes.Length)
        {
            throw new InvalidDataException($"it has {bytes.Length} of {length} bytes");
        }

        if (!SHA256.HashData(bytes.AsSpan(PreambleBytes)).AsSpan().SequenceEqual(bytes.AsSpan(24, SHA256.HashSizeInBytes)))
        {
            throw new InvalidDataException("its checksum differs: it is damaged");
        }

        return new ModelFile(bytes, ReadHeader(bytes));
    }

    /// <summary>A tensor of half-precision or single floats, widened.</summary>
    /// <exception cref="InvalidDataException">The tensor is missing or has another type or shape; so in the methods below.</exception>
    public float[] Floats(string name, params ReadOnlySpan<int> shape)
    {
        var tensor = Find(name, shape);
        var bytes = Bytes(tensor);
        switch (tensor.Dtype)
        {
            case "f32":
                return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
            case "f16":
                var widened = new float[bytes.Length / 2];
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), widened);
                return widened;
            default:
                throw WrongType(tensor);
        }
    }

    /// <summary>A tensor of 32-bit numbers, in place.</summary>
    public ReadOnlyMemory<byte> UInts(string name, params ReadOnlySpan<int> shape) => InPlace(name, "u32", shape);

    /// <summary>A tensor of half-precision floats, in place.</summary>
    public ReadOnlyMemory<byte> Halves(string name, params ReadOnlySpan<int> shape) => InPlace(name, "f16", shape);

    /// <summary>A tensor of bytes, in place.</summary>
    public ReadOnlyMemory<byte> Codes(string name, params ReadOnlySpan<int> shape) => InPlace(name, "u8", shape);

    /// <summary>The size of a tensor's first dimension.</summary>
    public int Rows(string name) => Find(name).Shape is [var rows, ..] ? rows : throw new InvalidDataException($"its tensor '{name}' is empty");

    private static ModelHeader ReadHeader(byte[] bytes)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12));
        if (length > bytes.Length - PreambleBytes)
        {
            throw new InvalidDataException("its header is longer than the file");
        }

        try
        {
            var json = bytes.AsSpan(PreambleBytes, (int)length);
            var header = JsonSerializer.Deserialize(json, ModelHeaderJson.Default.ModelHeader)
                ?? throw new InvalidDataException("its header is empty");
            header.Check(bytes.Length);
            return header;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("its header cannot be read: " + e.Message, e);
        }
    }

    private ReadOnlyMemory<byte> InPlace(string name, string type, ReadOnlySpan<int> shape)
    {
        var tensor = Find(name, shape);
        return tensor.Dtype == type ? _bytes.AsMemory((int)tensor.Offset, (int)tensor.Bytes) : throw WrongType(tensor);
    }

    private ModelTensor Find(string name) =>
        _tensors.GetValueOrDefault(name) ?? throw new InvalidDataException($"it lacks the tensor '{name}'");

    private ModelTensor Find(string name, ReadOnlySpan<int> shape)
    {
        var tensor = Find(name);
        return tensor.Shape.ToArray().AsSpan().SequenceEqual(shape)
            ? tensor
            : throw new InvalidDataException(
                $"its tensor '{name}' has the shape [{string.Join(", ", tensor.Shape)}] where [{string.Join(", ", shape.ToArray())}] is needed");
    }

    private ReadOnlySpan<byte> Bytes(ModelTensor tensor) => _bytes.AsSpan((int)tensor.Offset, (int)tensor.Bytes);

    private static InvalidDataException WrongType(ModelTensor tensor) => new($"its tensor '{tensor.Name}' has the wrong type {tensor.Dtype}");
}
