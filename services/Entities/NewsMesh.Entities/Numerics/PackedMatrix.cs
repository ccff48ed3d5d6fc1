namespace NewsMesh.Entities.Numerics;

/// <summary>
/// A weight matrix in the order in which the multiplication reads it: panels of <see cref="PanelWidth"/> columns, row after
/// row within a panel, the last panel filled up with zeros.
/// </summary>
internal sealed class PackedMatrix
{
    /// <summary>Columns of a panel: four AVX-512 vectors, eight of AVX2, sixteen of four lanes.</summary>
    public const int PanelWidth = 64;

    /// <param name="values">Rows × columns, row by row.</param>
    /// <param name="rows">At least 1.</param>
    /// <param name="columns">At least 1.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is not of that size.</exception>
    public PackedMatrix(ReadOnlySpan<float> values, int rows, int columns)
    {
        if (values.Length != rows * columns)
        {
            throw new ArgumentException($"{values.Length} values are no {rows} × {columns} matrix.", nameof(values));
        }

        (Rows, Columns) = (rows, columns);
        Stride = PaddedColumns(columns);
        Panels = new float[rows * Stride];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column += PanelWidth)
            {
                var width = Math.Min(PanelWidth, columns - column);
                values.Slice((row * columns) + column, width).CopyTo(Panels.AsSpan((column * rows) + (row * PanelWidth), width));
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Columns with the filling: floats from one row of a product to the next.</summary>
    public int Stride { get; }

    internal float[] Panels { get; }

    public static int PaddedColumns(int columns) => (columns + PanelWidth - 1) / PanelWidth * PanelWidth;
}
