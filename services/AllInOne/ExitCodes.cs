namespace NewsMesh.AllInOne;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Some articles were rejected, and <c>--strict</c> was given.</summary>
    public const int SomeRejected = 1;

    /// <summary>Wrong usage, or a file or server that is not there: one line on stderr says which.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
