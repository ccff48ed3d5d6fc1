using System.Globalization;

namespace NewsMesh.Entities.Tests.Quality;

/// <summary>How often mentions of each confidence are right, in ten bins (Guo, Pleiss, Sun and Weinberger 2017).</summary>
internal sealed class Reliability
{
    private const int Bins = 10;

    private readonly double[] _confidence = new double[Bins];
    private readonly int[] _right = new int[Bins];
    private readonly int[] _count = new int[Bins];

    /// <summary>Distance of confidence and share of right ones, over the bins by their size.</summary>
    public double ExpectedCalibrationError =>
        Enumerable.Range(0, Bins).Sum(bin => Math.Abs(_confidence[bin] - _right[bin])) / _count.Sum();

    public void Add(double confidence, bool isRight)
    {
        var bin = Math.Min(Bins - 1, (int)(confidence * Bins));
        _confidence[bin] += confidence;
        _right[bin] += isRight ? 1 : 0;
        _count[bin]++;
    }

    public string Table() => string.Join('\n', Enumerable.Range(0, Bins).Where(bin => _count[bin] > 0).Select(bin => string.Create(
        CultureInfo.InvariantCulture,
        $"| {bin / 10.0:F1} to {(bin + 1) / 10.0:F1} | {_count[bin]} | {_confidence[bin] / _count[bin]:F3} | {(double)_right[bin] / _count[bin]:F3} |")))
        + string.Create(CultureInfo.InvariantCulture, $"\nexpected calibration error {ExpectedCalibrationError:F4}");
}
