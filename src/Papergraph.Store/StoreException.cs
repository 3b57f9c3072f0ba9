using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>A graph directory that cannot be opened, read or written: absent, locked, damaged, of a newer format, or its disk
/// refused.</summary>
/// <remarks>The message is one line that names the file, the place in it, the cause and the remedy.</remarks>
public sealed class StoreException : PapergraphException
{
    internal StoreException(string code, string message, Exception? cause = null) : base(code, message, cause)
    {
    }
}
