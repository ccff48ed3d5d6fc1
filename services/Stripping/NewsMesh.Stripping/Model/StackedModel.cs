using System.Buffers;
using NewsMesh.Stripping.Features;

namespace NewsMesh.Stripping.Model;

/// <summary>Two models that decide together: the second one also sees what the first says of the neighbours.</summary>
/// <param name="Provenance">What it was trained on, with what, and how.</param>
/// <param name="Features">Names of the features that both models ask for, in order; the second one's context features come last.</param>
/// <param name="First">Model of a block by itself and its place.</param>
/// <param name="Second">Model of a block among the first model's answers.</param>
/// <param name="Threshold">Probability from which a block is kept.</param>
internal sealed record StackedModel(string Provenance, IReadOnlyList<string> Features, TreeEnsemble First, TreeEnsemble Second, double Threshold)
{
    /// <summary>Blocks that a page may ask for: a kilobyte each. Articles ask for about a hundred, long live blogs for thousands.</summary>
    public const int MostAsked = 10_000;

    private const string Mark = "NewsMesh stacked trees 1";

    /// <summary>Writes a block's features into a row.</summary>
    /// <returns>How many there are.</returns>
    public delegate int Fill(Span<float> row, int block);

    /// <summary>Gives the blocks asked for their probabilities; the others have 0.</summary>
    /// <returns>Whether the model was asked: not where there are too many blocks for the memory of a page.</returns>
    public bool Ask(PageFacts facts, int[] asked, Fill fill, CancellationToken cancellationToken)
    {
        if (asked.Length > MostAsked)
            return false;
        var width = Features.Count;
        var rows = ArrayPool<float>.Shared.Rent(asked.Length * width);
        var answers = new double[facts.Blocks.Count];
        var filled = 0;
        for (var i = 0; i < asked.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = rows.AsSpan(i * width, width);
            filled = fill(row, asked[i]);
            answers[asked[i]] = First.Probability(row);
        }

        var context = new ContextFeatures(facts, answers);
        for (var i = 0; i < asked.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = rows.AsSpan(i * width, width);
            var tail = new FeatureRow(row[filled..], null);
            context.Add(ref tail, asked[i]);
            facts.Blocks[asked[i]].Probability = Second.Probability(row);
        }

        ArrayPool<float>.Shared.Return(rows);
        return true;
    }

    /// <summary>The model that is built into the library under a name.</summary>
    /// <exception cref="InvalidDataException">The resource is no model.</exception>
    public static StackedModel Load(string name)
    {
        using var stream = typeof(StackedModel).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"There is no resource {name}.");
        return Read(stream);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream does not begin as a model does.</exception>
    public static StackedModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadString() != Mark)
            throw new InvalidDataException("Not a model of stacked trees.");
        var provenance = reader.ReadString();
        var features = Many(reader, r => r.ReadString());
        var threshold = reader.ReadDouble();
        return new StackedModel(provenance, features, ReadEnsemble(reader), ReadEnsemble(reader), threshold);
    }

    /// <summary>Writes the model, little-endian.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Provenance);
        Many(writer, Features, writer.Write);
        writer.Write(Threshold);
        foreach (var ensemble in (TreeEnsemble[])[First, Second])
        {
            writer.Write(ensemble.Bias);
            Many(writer, ensemble.Trees, tree =>
            {
                Many(writer, tree.Features, writer.Write);
                Many(writer, tree.Values, writer.Write);
                Many(writer, tree.Children, writer.Write);
            });
        }
    }

    private static TreeEnsemble ReadEnsemble(BinaryReader reader) => new(
        reader.ReadSingle(),
        Many(reader, r => new DecisionTree(Many(r, x => x.ReadInt16()), Many(r, x => x.ReadSingle()), Many(r, x => x.ReadInt16()))));

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadUInt16()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(reader);
        return items;
    }

    private static void Many<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write(checked((ushort)items.Count));
        foreach (var item in items)
            write(item);
    }
}
