using System.Buffers;

namespace Papergraph.Store;

/// <summary>Elements of a section as memory. It keeps nothing alive: using it after the reader was disposed raises.</summary>
/// <param name="section">The section, checked as far as the elements reach.</param>
/// <param name="first">The first element.</param>
/// <param name="count">Number of elements.</param>
internal sealed unsafe class SectionMemory<T>(Section section, long first, int count) : MemoryManager<T> where T : unmanaged
{
    public override Span<T> GetSpan() => new((T*)section.Address + first, count);

    /// <summary>The pages of a mapped file do not move.</summary>
    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)section.Address + first + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
