namespace NewsMesh.Stripping.Features;

/// <summary>What the lines before and after a line are made of: the entries of an article's list or table against those of a menu.</summary>
internal sealed class LineMix
{
    private static readonly int[] Windows = [5, 15];
    private static readonly string[] Makings = ["capitalized", "digits", "addresses"];
    private static readonly string[][] Before = Named("before");
    private static readonly string[][] After = Named("after");

    private readonly RunningSums[] _sums;

    public LineMix(PageFacts facts)
    {
        var count = facts.Blocks.Count;
        _sums = [.. Makings.Select(_ => new RunningSums(count))];
        for (var i = 0; i < count; i++)
        {
            var shape = facts.Shape(i);
            var text = facts.Blocks[i].Text;
            _sums[0].Add(i, (double)shape.Capitalized / Math.Max(1, shape.Words));
            _sums[1].Add(i, (double)shape.Digits / text.Length);
            _sums[2].Add(i, IsAddress(text) ? 1 : 0);
        }
    }

    public void Add(ref FeatureRow row, int at)
    {
        for (var making = 0; making < _sums.Length; making++)
        {
            for (var i = 0; i < Windows.Length; i++)
            {
                row.Add(Before[making][i], _sums[making].Mean(at - Windows[i], at));
                row.Add(After[making][i], _sums[making].Mean(at + 1, at + 1 + Windows[i]));
            }
        }
    }

    private static bool IsAddress(string line) => line.StartsWith("http", StringComparison.Ordinal) || line.StartsWith("www.", StringComparison.Ordinal);

    private static string[][] Named(string where) =>
        [.. Makings.Select(what => Windows.Select(w => FormattableString.Invariant($"{what} in {w} {where}")).ToArray())];
}
