namespace NewsMesh.Entities.Models;

/// <summary>How the network's probabilities become confidences: a temperature, then a curve through points.</summary>
internal sealed record ModelCalibration
{
    public required double Temperature { get; init; }

    /// <summary>Probabilities, rising.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>The confidence at each of <see cref="X"/>, 0 to 1.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <exception cref="InvalidDataException">The curve is none.</exception>
    public void Check()
    {
        var rises = X.Zip(X.Skip(1)).All(pair => pair.First < pair.Second);
        if (!(Temperature > 0) || X.Count == 0 || X.Count != Y.Count || !rises || Y.Any(y => y is not (>= 0 and <= 1)))
        {
            throw new InvalidDataException("its calibration is no rising curve");
        }
    }
}
