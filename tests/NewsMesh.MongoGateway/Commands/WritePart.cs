namespace NewsMesh.MongoGateway.Commands;

/// <summary>Statements of a command that go in one call, and how often a conflict has sent them back.</summary>
internal readonly record struct WritePart(Range Range, int Attempt)
{
    /// <summary>After so many a conflict is told to the client.</summary>
    private const int MaxAttempts = 20;

    public int Start => Range.Start.Value;

    public int Length => Range.End.Value - Start;

    public bool MayGoAgain => Attempt < MaxAttempts;

    /// <summary>What the part is known by when the command comes again: another attempt is another part.</summary>
    public int Key => Start + (Attempt * WriteStatements.MaxStatements);
}
