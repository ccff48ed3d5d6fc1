namespace NewsMesh.Stripping.Features;

/// <summary>Sums over runs of a page's blocks, each in constant time; a run is cut to the blocks that there are.</summary>
/// <param name="count">Blocks of the page.</param>
internal sealed class RunningSums(int count)
{
    private readonly double[] _sums = new double[count + 1];

    /// <summary>Sets a block's value; the blocks are given in order.</summary>
    public void Add(int at, double value) => _sums[at + 1] = _sums[at] + value;

    /// <summary>Sum of the values in [first, end).</summary>
    public double Sum(int first, int end) => _sums[Clamp(end)] - _sums[Clamp(first)];

    /// <summary>Mean of the values in [first, end); -1 for no blocks.</summary>
    public double Mean(int first, int end)
    {
        (first, end) = (Clamp(first), Clamp(end));
        return end <= first ? -1 : (_sums[end] - _sums[first]) / (end - first);
    }

    private int Clamp(int index) => Math.Clamp(index, 0, _sums.Length - 1);
}
