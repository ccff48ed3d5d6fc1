namespace NewsMesh.Entities.Numerics;

/// <summary>
/// The vector operations of the kernels, for one vector width. Every operation is rounded once and by IEEE 754, and lanes
/// never meet, so that a kernel gives the same bits whatever the width.
/// </summary>
/// <typeparam name="TVector">Vector of 32-bit floats.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Count { get; }

    static abstract TVector Load(ref float source, nuint offset);

    static abstract void Store(TVector vector, ref float target, nuint offset);

    static abstract TVector Broadcast(float value);

    /// <summary><c>a × b + c</c>, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>Each lane brought between the bounds; no lane may be NaN.</summary>
    static abstract TVector Clamp(TVector value, TVector low, TVector high);

    /// <summary><paramref name="value"/> × 2ⁿ, n being the whole number in the lowest bits of the mantissa of <paramref name="shifted"/>.</summary>
    static abstract TVector Scale(TVector value, TVector shifted);
}
