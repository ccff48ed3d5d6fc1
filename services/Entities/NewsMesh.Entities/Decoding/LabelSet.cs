namespace NewsMesh.Entities.Decoding;

/// <summary>
/// The tags of a model: O, then begin, inside, end and single of each type (BIOES; Ratinov and Roth 2009).
/// </summary>
internal sealed class LabelSet
{
    public const int Outside = 0;

    /// <summary>Tags of one type, in this order.</summary>
    private const string Positions = "BIES";

    /// <exception cref="InvalidDataException">The labels do not stand in that order.</exception>
    public LabelSet(IReadOnlyList<string> labels)
    {
        Types = [.. labels.Skip(1).Where((_, i) => i % Positions.Length == 0).Select(label => label[(label.IndexOf('-', StringComparison.Ordinal) + 1)..])];
        if (Types.Count == 0 || !labels.SequenceEqual(Types.SelectMany(type => Positions.Select(p => $"{p}-{type}")).Prepend("O")))
        {
            throw new InvalidDataException("its labels are not O and then B, I, E and S of each type");
        }
    }

    public IReadOnlyList<string> Types { get; }

    public int Count => 1 + (Types.Count * Positions.Length);

    public static int Begin(int type) => 1 + (Positions.Length * type);

    public static int Inside(int type) => Begin(type) + 1;

    public static int End(int type) => Begin(type) + 2;

    public static int Single(int type) => Begin(type) + 3;

    /// <summary>The type's number; <paramref name="label"/> is not O.</summary>
    public static int TypeOf(int label) => (label - 1) / Positions.Length;

    /// <summary>Whether a name starts with the label.</summary>
    public static bool Opens(int label) => label != Outside && (label - 1) % Positions.Length is 0 or 3;

    /// <summary>Whether no name goes on after the label.</summary>
    public static bool Closes(int label) => label == Outside || (label - 1) % Positions.Length is 2 or 3;
}
