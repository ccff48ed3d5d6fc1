using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsMesh.Entities.Numerics;

/// <summary>
/// The element-wise half of an LSTM step (Hochreiter and Schmidhuber 1997): c' = σ(f)·c + σ(i)·tanh(g), h' = σ(o)·tanh(c').
/// σ and tanh are written over exponentials, so that a product of the two takes one division.
/// </summary>
internal static class LstmCell<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Beyond, σ is within 2e-9 of its limit and tanh has reached it; products of three exponentials stay finite.</summary>
    private const float Saturation = 20f;

    /// <summary>See <see cref="Kernels.LstmStep"/>.</summary>
    public static void Step(ReadOnlySpan<float> gates, Span<float> cells, Span<float> states, int hidden)
    {
        ref var z = ref MemoryMarshal.GetReference(gates);
        ref var c = ref MemoryMarshal.GetReference(cells);
        ref var h = ref MemoryMarshal.GetReference(states);
        for (var at = 0; at < cells.Length; at += hidden)
        {
            StepOne(ref Unsafe.Add(ref z, 4 * at), ref Unsafe.Add(ref c, at), ref Unsafe.Add(ref h, at), (nuint)hidden);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StepOne(ref float z, ref float c, ref float h, nuint size)
    {
        var one = TLanes.Broadcast(1f);
        for (nuint k = 0; k < size; k += (nuint)TLanes.Count)
        {
            var input = TLanes.Add(one, Decay(TLanes.Load(ref z, k), -1f));
            var forget = TLanes.Add(one, Decay(TLanes.Load(ref z, size + k), -1f));
            var candidate = Decay(TLanes.Load(ref z, (2 * size) + k), -2f);
            var output = TLanes.Add(one, Decay(TLanes.Load(ref z, (3 * size) + k), -1f));

            // c / forget + (1 - candidate) / (input · (1 + candidate)) over one denominator: a division costs as much as ten products.
            var inner = TLanes.Multiply(input, TLanes.Add(one, candidate));
            var sum = TLanes.MultiplyAdd(TLanes.Load(ref c, k), inner, TLanes.Multiply(TLanes.Subtract(one, candidate), forget));
            var next = TLanes.Divide(sum, TLanes.Multiply(forget, inner));
            TLanes.Store(next, ref c, k);

            var outer = Decay(next, -2f);
            TLanes.Store(
                TLanes.Divide(TLanes.Subtract(one, outer), TLanes.Multiply(output, TLanes.Add(one, outer))), ref h, k);
        }
    }

    /// <summary>e to the power of <paramref name="factor"/> × x, limited to the range in which that matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Decay(TVector x, float factor) => Exponential<TLanes, TVector>.Of(
        TLanes.Clamp(TLanes.Multiply(x, TLanes.Broadcast(factor)), TLanes.Broadcast(-Saturation), TLanes.Broadcast(Saturation)));
}
