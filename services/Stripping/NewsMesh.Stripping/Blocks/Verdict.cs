namespace NewsMesh.Stripping.Blocks;

/// <summary>Whether a block is kept, and the short stable code of the reason.</summary>
internal readonly record struct Verdict(bool Kept, string Reason)
{
    public static readonly Verdict Undecided = new(false, "outside");

    public static Verdict Keep(string reason) => new(true, reason);

    public static Verdict Drop(string reason) => new(false, reason);
}
