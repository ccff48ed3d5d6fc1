using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsMesh.Entities.Numerics;

/// <summary>
/// Matrix multiplication by register blocks (Goto and van de Geijn 2008): 8 rows × 2 vectors, and 4 rows × 4 vectors for what
/// is left; both have sixteen sums at work, which hides the time one takes. Each element sums its products in the order of
/// the inner dimension, whatever the width or the block: the result has the same bits on every path.
/// </summary>
internal static class MatrixProduct<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>c += a · b. See <see cref="Kernels.MultiplyAdd"/>.</summary>
    public static void AddTo(ReadOnlySpan<float> a, int aStride, int rows, PackedMatrix b, Span<float> c, int cStride)
    {
        ref var aStart = ref MemoryMarshal.GetReference(a);
        ref var cStart = ref MemoryMarshal.GetReference(c);
        for (var panel = 0; panel < b.Stride; panel += PackedMatrix.PanelWidth)
        {
            ref var bPanel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(b.Panels), panel * b.Rows);
            var used = Math.Min(PackedMatrix.PanelWidth, b.Columns - panel);
            var row = 0;
            for (; row + 4 < rows; row += 8)
            {
                for (var column = 0; column < used; column += 2 * TLanes.Count)
                {
                    AddEightRows(
                        ref Unsafe.Add(ref aStart, row * aStride), (nuint)aStride, ref Unsafe.Add(ref bPanel, column), (nuint)b.Rows,
                        ref Unsafe.Add(ref cStart, (row * cStride) + panel + column), (nuint)cStride);
                }
            }

            for (var column = 0; row < rows && column < used; column += 4 * TLanes.Count)
            {
                AddFourRows(
                    ref Unsafe.Add(ref aStart, row * aStride), (nuint)aStride, ref Unsafe.Add(ref bPanel, column), (nuint)b.Rows,
                    ref Unsafe.Add(ref cStart, (row * cStride) + panel + column), (nuint)cStride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEightRows(ref float a, nuint aStride, ref float b, nuint depth, ref float c, nuint cStride)
    {
        var width = (nuint)TLanes.Count;
        var (c00, c01) = (TLanes.Load(ref c, 0), TLanes.Load(ref c, width));
        var (c10, c11) = (TLanes.Load(ref c, cStride), TLanes.Load(ref c, cStride + width));
        var (c20, c21) = (TLanes.Load(ref c, 2 * cStride), TLanes.Load(ref c, (2 * cStride) + width));
        var (c30, c31) = (TLanes.Load(ref c, 3 * cStride), TLanes.Load(ref c, (3 * cStride) + width));
        var (c40, c41) = (TLanes.Load(ref c, 4 * cStride), TLanes.Load(ref c, (4 * cStride) + width));
        var (c50, c51) = (TLanes.Load(ref c, 5 * cStride), TLanes.Load(ref c, (5 * cStride) + width));
        var (c60, c61) = (TLanes.Load(ref c, 6 * cStride), TLanes.Load(ref c, (6 * cStride) + width));
        var (c70, c71) = (TLanes.Load(ref c, 7 * cStride), TLanes.Load(ref c, (7 * cStride) + width));
        for (nuint k = 0, at = 0; k < depth; k++, at += PackedMatrix.PanelWidth)
        {
            ref var row = ref Unsafe.Add(ref b, at);
            var (b0, b1) = (TLanes.Load(ref row, 0), TLanes.Load(ref row, width));
            var a0 = TLanes.Broadcast(Unsafe.Add(ref a, k));
            c00 = TLanes.MultiplyAdd(a0, b0, c00);
            c01 = TLanes.MultiplyAdd(a0, b1, c01);
            var a1 = TLanes.Broadcast(Unsafe.Add(ref a, aStride + k));
            c10 = TLanes.MultiplyAdd(a1, b0, c10);
            c11 = TLanes.MultiplyAdd(a1, b1, c11);
            var a2 = TLanes.Broadcast(Unsafe.Add(ref a, (2 * aStride) + k));
            c20 = TLanes.MultiplyAdd(a2, b0, c20);
            c21 = TLanes.MultiplyAdd(a2, b1, c21);
            var a3 = TLanes.Broadcast(Unsafe.Add(ref a, (3 * aStride) + k));
            c30 = TLanes.MultiplyAdd(a3, b0, c30);
            c31 = TLanes.MultiplyAdd(a3, b1, c31);
            var a4 = TLanes.Broadcast(Unsafe.Add(ref a, (4 * aStride) + k));
            c40 = TLanes.MultiplyAdd(a4, b0, c40);
            c41 = TLanes.MultiplyAdd(a4, b1, c41);
            var a5 = TLanes.Broadcast(Unsafe.Add(ref a, (5 * aStride) + k));
            c50 = TLanes.MultiplyAdd(a5, b0, c50);
            c51 = TLanes.MultiplyAdd(a5, b1, c51);
            var a6 = TLanes.Broadcast(Unsafe.Add(ref a, (6 * aStride) + k));
            c60 = TLanes.MultiplyAdd(a6, b0, c60);
            c61 = TLanes.MultiplyAdd(a6, b1, c61);
            var a7 = TLanes.Broadcast(Unsafe.Add(ref a, (7 * aStride) + k));
            c70 = TLanes.MultiplyAdd(a7, b0, c70);
            c71 = TLanes.MultiplyAdd(a7, b1, c71);
        }

        TLanes.Store(c00, ref c, 0);
        TLanes.Store(c01, ref c, width);
        TLanes.Store(c10, ref c, cStride);
        TLanes.Store(c11, ref c, cStride + width);
        TLanes.Store(c20, ref c, 2 * cStride);
        TLanes.Store(c21, ref c, (2 * cStride) + width);
        TLanes.Store(c30, ref c, 3 * cStride);
        TLanes.Store(c31, ref c, (3 * cStride) + width);
        TLanes.Store(c40, ref c, 4 * cStride);
        TLanes.Store(c41, ref c, (4 * cStride) + width);
        TLanes.Store(c50, ref c, 5 * cStride);
        TLanes.Store(c51, ref c, (5 * cStride) + width);
        TLanes.Store(c60, ref c, 6 * cStride);
        TLanes.Store(c61, ref c, (6 * cStride) + width);
        TLanes.Store(c70, ref c, 7 * cStride);
        TLanes.Store(c71, ref c, (7 * cStride) + width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourRows(ref float a, nuint aStride, ref float b, nuint depth, ref float c, nuint cStride)
    {
        var width = (nuint)TLanes.Count;
        var (c00, c01) = (TLanes.Load(ref c, 0), TLanes.Load(ref c, width));
        var (c02, c03) = (TLanes.Load(ref c, 2 * width), TLanes.Load(ref c, 3 * width));
        var (c10, c11) = (TLanes.Load(ref c, cStride), TLanes.Load(ref c, cStride + width));
        var (c12, c13) = (TLanes.Load(ref c, cStride + (2 * width)), TLanes.Load(ref c, cStride + (3 * width)));
        var (c20, c21) = (TLanes.Load(ref c, 2 * cStride), TLanes.Load(ref c, (2 * cStride) + width));
        var (c22, c23) = (TLanes.Load(ref c, (2 * cStride) + (2 * width)), TLanes.Load(ref c, (2 * cStride) + (3 * width)));
        var (c30, c31) = (TLanes.Load(ref c, 3 * cStride), TLanes.Load(ref c, (3 * cStride) + width));
        var (c32, c33) = (TLanes.Load(ref c, (3 * cStride) + (2 * width)), TLanes.Load(ref c, (3 * cStride) + (3 * width)));
        for (nuint k = 0, at = 0; k < depth; k++, at += PackedMatrix.PanelWidth)
        {
            ref var row = ref Unsafe.Add(ref b, at);
            var (b0, b1) = (TLanes.Load(ref row, 0), TLanes.Load(ref row, width));
            var (b2, b3) = (TLanes.Load(ref row, 2 * width), TLanes.Load(ref row, 3 * width));
            var a0 = TLanes.Broadcast(Unsafe.Add(ref a, k));
            c00 = TLanes.MultiplyAdd(a0, b0, c00);
            c01 = TLanes.MultiplyAdd(a0, b1, c01);
            c02 = TLanes.MultiplyAdd(a0, b2, c02);
            c03 = TLanes.MultiplyAdd(a0, b3, c03);
            var a1 = TLanes.Broadcast(Unsafe.Add(ref a, aStride + k));
            c10 = TLanes.MultiplyAdd(a1, b0, c10);
            c11 = TLanes.MultiplyAdd(a1, b1, c11);
            c12 = TLanes.MultiplyAdd(a1, b2, c12);
            c13 = TLanes.MultiplyAdd(a1, b3, c13);
            var a2 = TLanes.Broadcast(Unsafe.Add(ref a, (2 * aStride) + k));
            c20 = TLanes.MultiplyAdd(a2, b0, c20);
            c21 = TLanes.MultiplyAdd(a2, b1, c21);
            c22 = TLanes.MultiplyAdd(a2, b2, c22);
            c23 = TLanes.MultiplyAdd(a2, b3, c23);
            var a3 = TLanes.Broadcast(Unsafe.Add(ref a, (3 * aStride) + k));
            c30 = TLanes.MultiplyAdd(a3, b0, c30);
            c31 = TLanes.MultiplyAdd(a3, b1, c31);
            c32 = TLanes.MultiplyAdd(a3, b2, c32);
            c33 = TLanes.MultiplyAdd(a3, b3, c33);
        }

        TLanes.Store(c00, ref c, 0);
        TLanes.Store(c01, ref c, width);
        TLanes.Store(c02, ref c, 2 * width);
        TLanes.Store(c03, ref c, 3 * width);
        TLanes.Store(c10, ref c, cStride);
        TLanes.Store(c11, ref c, cStride + width);
        TLanes.Store(c12, ref c, cStride + (2 * width));
        TLanes.Store(c13, ref c, cStride + (3 * width));
        TLanes.Store(c20, ref c, 2 * cStride);
        TLanes.Store(c21, ref c, (2 * cStride) + width);
        TLanes.Store(c22, ref c, (2 * cStride) + (2 * width));
        TLanes.Store(c23, ref c, (2 * cStride) + (3 * width));
        TLanes.Store(c30, ref c, 3 * cStride);
        TLanes.Store(c31, ref c, (3 * cStride) + width);
        TLanes.Store(c32, ref c, (3 * cStride) + (2 * width));
        TLanes.Store(c33, ref c, (3 * cStride) + (3 * width));
    }
}
