using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>The right side of a matrix product, in panels of <see cref="PanelWidth"/> columns: what the kernel reads without a
/// jump.</summary>
/// <remarks>Each number of a product is one chain of fused multiply-adds in the order of the depth, whatever the blocks and the width of
/// the
/// machine's vectors: the same bits everywhere. After K. Goto and R. van de Geijn, “Anatomy of High-Performance Matrix
/// Multiplication”, ACM TOMS 34(3), 2008, https://doi.org/10.1145/1356052.1356053.</remarks>
internal sealed class PackedMatrix
{
    public const int PanelWidth = 32;
    private const int TileRows = 8, RowBlock = 192, DepthBlock = 256;
    private float[] _panels = [];

    /// <summary>Rows of the matrix: the length of the sums.</summary>
    public int Depth { get; private set; }

    public int Columns { get; private set; }

    /// <summary>Packs a matrix.</summary>
    public void Pack(ReadOnlySpan<float> source, int depth, int columns)
    {
        Resize(depth, columns);
        for (int first = 0; first < columns; first += PanelWidth)
        {
            int width = Math.Min(PanelWidth, columns - first);
            Span<float> panel = _panels.AsSpan(first * depth, depth * PanelWidth);
            for (int k = 0; k < depth; k++)
            {
                Span<float> row = panel.Slice(k * PanelWidth, PanelWidth);
                source.Slice((k * columns) + first, width).CopyTo(row);
                row[width..].Clear();
            }
        }
    }

    /// <summary>Packs the transpose of a matrix of <paramref name="columns"/> rows.</summary>
    public void PackTransposed(ReadOnlySpan<float> source, int depth, int columns)
    {
        Resize(depth, columns);
        for (int first = 0; first < columns; first += PanelWidth)
        {
            int width = Math.Min(PanelWidth, columns - first);
            Span<float> panel = _panels.AsSpan(first * depth, depth * PanelWidth);
            if (width < PanelWidth) panel.Clear();
            for (int j = 0; j < width; j++)
            {
                ReadOnlySpan<float> row = source.Slice((first + j) * depth, depth);
                for (int k = 0; k < row.Length; k++) panel[(k * PanelWidth) + j] = row[k];
            }
        }
    }

    /// <summary>Adds left · this to the sums: left has a row of <see cref="Depth"/> numbers for each row of the sums.</summary>
    public void MultiplyAdd(ReadOnlySpan<float> left, int rows, Span<float> sums) => Multiply(left, rows, Depth, 1, sums);

    /// <summary>Adds leftᵀ · this to the sums: left has <see cref="Depth"/> rows, and a column for each row of the sums.</summary>
    public void MultiplyTransposedAdd(ReadOnlySpan<float> left, int rows, Span<float> sums) => Multiply(left, rows, 1, rows, sums);

    private void Multiply(ReadOnlySpan<float> left, int rows, int rowStride, int depthStride, Span<float> sums)
    {
        if (left.Length < rows * Depth || sums.Length < rows * Columns)
            throw new UnreachableException("The sides of a product do not fit.");
        if (rows == 0 || Depth == 0) return;
        ref float a = ref MemoryMarshal.GetReference(left);
        ref float b = ref MemoryMarshal.GetArrayDataReference(_panels);
        ref float c = ref MemoryMarshal.GetReference(sums);
        Span<float> border = stackalloc float[TileRows * PanelWidth];
        for (int block = 0; block < rows; block += RowBlock)
        {
            int blockEnd = Math.Min(rows, block + RowBlock);
            for (int k = 0; k < Depth; k += DepthBlock)
            {
                int depth = Math.Min(DepthBlock, Depth - k);
                for (int first = 0; first < Columns; first += PanelWidth)
                {
                    ref float panel = ref Unsafe.Add(ref b, ((nint)first * Depth) + ((nint)k * PanelWidth));
                    int width = Math.Min(PanelWidth, Columns - first);
                    for (int row = block; row < blockEnd; row += TileRows)
                    {
                        int tile = Math.Min(TileRows, blockEnd - row);
                        ref float corner = ref Unsafe.Add(ref a, ((nint)row * rowStride) + ((nint)k * depthStride));
                        if (width == PanelWidth)
                        {
                            ref float sum = ref Unsafe.Add(ref c, ((nint)row * Columns) + first);
                            AddTile(ref corner, rowStride, depthStride, ref panel, depth, ref sum, Columns, tile);
                            continue;
                        }

                        for (int i = 0; i < tile; i++) sums.Slice(((row + i) * Columns) + first, width).CopyTo(border[(i * PanelWidth)..]);
                        AddTile(ref corner, rowStride, depthStride, ref panel, depth, ref border[0], PanelWidth, tile);
                        for (int i = 0; i < tile; i++) border.Slice(i * PanelWidth, width).CopyTo(sums[(((row + i) * Columns) + first)..]);
                    }
                }
            }
        }
    }

    private void Resize(int depth, int columns)
    {
        (Depth, Columns) = (depth, columns);
        int needed = checked((columns + PanelWidth - 1) / PanelWidth * PanelWidth * depth);
        if (_panels.Length < needed) _panels = new float[needed];
    }

    private static void AddTile(
        ref float a, nint rowStride, nint depthStride, ref float b, int depth, ref float c, nint sumsStride, int rows)
    {
        if (rows == TileRows)
        {
            AddEight(ref a, rowStride, depthStride, ref b, depth, ref c, sumsStride);
            return;
        }

        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            ref float first = ref Unsafe.Add(ref a, row * rowStride);
            AddFour(ref first, rowStride, depthStride, ref b, depth, ref Unsafe.Add(ref c, row * sumsStride), sumsStride);
        }

        for (; row < rows; row++)
            AddOne(ref Unsafe.Add(ref a, row * rowStride), depthStride, ref b, depth, ref Unsafe.Add(ref c, row * sumsStride));
    }

    private static void AddEight(ref float a, nint rowStride, nint depthStride, ref float b, int depth, ref float c, nint sumsStride)
    {
        ref float a1 = ref Unsafe.Add(ref a, rowStride), a2 = ref Unsafe.Add(ref a1, rowStride), a3 = ref Unsafe.Add(ref a2, rowStride);
        ref float a4 = ref Unsafe.Add(ref a3, rowStride), a5 = ref Unsafe.Add(ref a4, rowStride);
        ref float a6 = ref Unsafe.Add(ref a5, rowStride), a7 = ref Unsafe.Add(ref a6, rowStride);
        (Vector512<float> c00, Vector512<float> c01) = Load(ref c, 0);
        (Vector512<float> c10, Vector512<float> c11) = Load(ref c, sumsStride);
        (Vector512<float> c20, Vector512<float> c21) = Load(ref c, 2 * sumsStride);
        (Vector512<float> c30, Vector512<float> c31) = Load(ref c, 3 * sumsStride);
        (Vector512<float> c40, Vector512<float> c41) = Load(ref c, 4 * sumsStride);
        (Vector512<float> c50, Vector512<float> c51) = Load(ref c, 5 * sumsStride);
        (Vector512<float> c60, Vector512<float> c61) = Load(ref c, 6 * sumsStride);
        (Vector512<float> c70, Vector512<float> c71) = Load(ref c, 7 * sumsStride);
        nint at = 0;
        for (int k = 0; k < depth; k++, at += depthStride)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref b), b1 = Vector512.LoadUnsafe(ref b, 16);
            b = ref Unsafe.Add(ref b, PanelWidth);
            Vector512<float> scale = Vector512.Create(Unsafe.Add(ref a, at));
            c00 = Vector512.FusedMultiplyAdd(scale, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(scale, b1, c01);
            scale = Vector512.Create(Unsafe.Add(ref a1, at));
            c10 = Vector512.FusedMultiplyAdd(scale, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(scale, b1, c11);
            scale = Vector512.Create(Unsafe.Add(ref a2, at));
            c20 = Vector512.FusedMultiplyAdd(scale, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(scale, b1, c21);
            scale = Vector512.Create(Unsafe.Add(ref a3, at));
            c30 = Vector512.FusedMultiplyAdd(scale, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(scale, b1, c31);
            scale = Vector512.Create(Unsafe.Add(ref a4, at));
            c40 = Vector512.FusedMultiplyAdd(scale, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(scale, b1, c41);
            scale = Vector512.Create(Unsafe.Add(ref a5, at));
            c50 = Vector512.FusedMultiplyAdd(scale, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(scale, b1, c51);
            scale = Vector512.Create(Unsafe.Add(ref a6, at));
            c60 = Vector512.FusedMultiplyAdd(scale, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(scale, b1, c61);
            scale = Vector512.Create(Unsafe.Add(ref a7, at));
            c70 = Vector512.FusedMultiplyAdd(scale, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(scale, b1, c71);
        }

        Store(ref c, 0, c00, c01);
        Store(ref c, sumsStride, c10, c11);
        Store(ref c, 2 * sumsStride, c20, c21);
        Store(ref c, 3 * sumsStride, c30, c31);
        Store(ref c, 4 * sumsStride, c40, c41);
        Store(ref c, 5 * sumsStride, c50, c51);
        Store(ref c, 6 * sumsStride, c60, c61);
        Store(ref c, 7 * sumsStride, c70, c71);
    }

    private static void AddFour(ref float a, nint rowStride, nint depthStride, ref float b, int depth, ref float c, nint sumsStride)
    {
        ref float a1 = ref Unsafe.Add(ref a, rowStride), a2 = ref Unsafe.Add(ref a1, rowStride), a3 = ref Unsafe.Add(ref a2, rowStride);
        (Vector512<float> c00, Vector512<float> c01) = Load(ref c, 0);
        (Vector512<float> c10, Vector512<float> c11) = Load(ref c, sumsStride);
        (Vector512<float> c20, Vector512<float> c21) = Load(ref c, 2 * sumsStride);
        (Vector512<float> c30, Vector512<float> c31) = Load(ref c, 3 * sumsStride);
        nint at = 0;
        for (int k = 0; k < depth; k++, at += depthStride)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref b), b1 = Vector512.LoadUnsafe(ref b, 16);
            b = ref Unsafe.Add(ref b, PanelWidth);
            Vector512<float> scale = Vector512.Create(Unsafe.Add(ref a, at));
            c00 = Vector512.FusedMultiplyAdd(scale, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(scale, b1, c01);
            scale = Vector512.Create(Unsafe.Add(ref a1, at));
            c10 = Vector512.FusedMultiplyAdd(scale, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(scale, b1, c11);
            scale = Vector512.Create(Unsafe.Add(ref a2, at));
            c20 = Vector512.FusedMultiplyAdd(scale, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(scale, b1, c21);
            scale = Vector512.Create(Unsafe.Add(ref a3, at));
            c30 = Vector512.FusedMultiplyAdd(scale, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(scale, b1, c31);
        }

        Store(ref c, 0, c00, c01);
        Store(ref c, sumsStride, c10, c11);
        Store(ref c, 2 * sumsStride, c20, c21);
        Store(ref c, 3 * sumsStride, c30, c31);
    }

    private static void AddOne(ref float a, nint depthStride, ref float b, int depth, ref float c)
    {
        (Vector512<float> c0, Vector512<float> c1) = Load(ref c, 0);
        nint at = 0;
        for (int k = 0; k < depth; k++, at += depthStride)
        {
            Vector512<float> scale = Vector512.Create(Unsafe.Add(ref a, at));
            c0 = Vector512.FusedMultiplyAdd(scale, Vector512.LoadUnsafe(ref b), c0);
            c1 = Vector512.FusedMultiplyAdd(scale, Vector512.LoadUnsafe(ref b, 16), c1);
            b = ref Unsafe.Add(ref b, PanelWidth);
        }

        Store(ref c, 0, c0, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Left, Vector512<float> Right) Load(ref float c, nint offset) =>
        (Vector512.LoadUnsafe(ref Unsafe.Add(ref c, offset)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, offset), 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, nint offset, Vector512<float> left, Vector512<float> right)
    {
        left.StoreUnsafe(ref Unsafe.Add(ref c, offset));
        right.StoreUnsafe(ref Unsafe.Add(ref c, offset), 16);
    }
}
