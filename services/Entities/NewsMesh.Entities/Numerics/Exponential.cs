using System.Runtime.CompilerServices;

namespace NewsMesh.Entities.Numerics;

/// <summary>
/// The exponential function on vectors: x = n·ln 2 + r by Cody and Waite's two-part reduction, a polynomial of degree 5 for
/// eʳ (relative error 8e-8, fitted by Lawson's iteration), n into the exponent. For -60 ≤ x ≤ 60; no table, no branch.
/// </summary>
internal static class Exponential<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693145752f;
    private const float Ln2Low = 1.42860677e-6f;

    /// <summary>1.5 × 2²³: adding it leaves the nearest whole number in the mantissa's lowest bits.</summary>
    private const float Shifter = 12582912f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of(TVector x)
    {
        var shifter = TLanes.Broadcast(Shifter);
        var shifted = TLanes.MultiplyAdd(x, TLanes.Broadcast(Log2E), shifter);
        var n = TLanes.Subtract(shifted, shifter);
        var r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-Ln2High), x);
        r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-Ln2Low), r);
        var p = TLanes.MultiplyAdd(TLanes.Broadcast(0.008297619f), r, TLanes.Broadcast(0.04191563f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(0.16667576f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(0.4999889f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(0.9999997f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(1.0000001f));
        return TLanes.Scale(p, shifted);
    }
}
