namespace NewsMesh.Entities.Tagging;

/// <summary>The BIO2 tags as small numbers: 0 is O, then B and I of each type in turn.</summary>
internal static class TagSet
{
    public const int Count = 9;
    public const int Outside = 0;
    public const ushort AllMask = (1 << Count) - 1;

    private static readonly string[] Types = ["PER", "LOC", "ORG", "MISC"];

    private static readonly string[] Names = ["O", .. Types.SelectMany(t => new[] { "B-" + t, "I-" + t })];

    public static string Name(int tag) => Names[tag];

    /// <summary>The tag of that name; -1 where it is none.</summary>
    public static int Parse(string name) => Array.IndexOf(Names, name);

    public static bool IsBegin(int tag) => tag != Outside && tag % 2 == 1;

    public static bool IsInside(int tag) => tag != Outside && tag % 2 == 0;

    /// <summary>The type's number, 0 to 3; <paramref name="tag"/> is not O.</summary>
    public static int TypeOf(int tag) => (tag - 1) / 2;

    public static int Begin(int type) => 1 + (2 * type);

    /// <summary>BIO2: an inside tag follows only its own type; <paramref name="previous"/> is -1 at the sentence's start.</summary>
    public static bool Follows(int previous, int tag) =>
        !IsInside(tag) || (previous > Outside && TypeOf(previous) == TypeOf(tag));
}
