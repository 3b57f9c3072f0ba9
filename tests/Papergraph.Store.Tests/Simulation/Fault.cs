namespace Papergraph.Store.Tests.Simulation;

/// <summary>What becomes of one operation on a simulated disk.</summary>
internal enum Fault
{
    /// <summary>It is done.</summary>
    None,

    /// <summary>It fails (EIO). Of a write a part may have been done, and a failed sync loses some of what it was to save.</summary>
    Refused,

    /// <summary>The disk is full (ENOSPC). Of a write a part may have been done.</summary>
    DiskFull,
}
