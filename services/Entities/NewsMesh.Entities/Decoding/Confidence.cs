using NewsMesh.Entities.Models;

namespace NewsMesh.Entities.Decoding;

/// <summary>
/// The confidence of a mention: the probability of its least certain word at a temperature (Guo, Pleiss, Sun and Weinberger
/// 2017), then through a curve of measured precision (isotonic regression; Zadrozny and Elkan 2002).
/// </summary>
internal sealed class Confidence(ModelCalibration calibration, int labels)
{
    /// <param name="logits">Rows of scores of the mention's words, <paramref name="stride"/> apart.</param>
    /// <param name="path">Their labels.</param>
    /// <returns>0 to 1, four digits: the last bits of exp() differ between machines.</returns>
    public double Of(ReadOnlySpan<float> logits, int stride, ReadOnlySpan<int> path)
    {
        var lowest = 1.0;
        for (var row = 0; row < path.Length; row++)
        {
            lowest = Math.Min(lowest, Probability(logits.Slice(row * stride, labels), path[row]));
        }

        return Math.Round(Calibrated(lowest), 4);
    }

    private double Probability(ReadOnlySpan<float> logits, int label)
    {
        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += Math.Exp((logit - (double)logits[label]) / calibration.Temperature);
        }

        return 1 / sum;
    }

    private double Calibrated(double probability)
    {
        var (x, y) = (calibration.X, calibration.Y);
        if (!(probability > x[0]))
        {
            return y[0];
        }

        for (var i = 1; i < x.Count; i++)
        {
            if (probability <= x[i])
            {
                var share = (probability - x[i - 1]) / (x[i] - x[i - 1]);
                return y[i - 1] + (share * (y[i] - y[i - 1]));
            }
        }

        return y[^1];
    }
}
