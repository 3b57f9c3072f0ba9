namespace Papergraph.Store;

/// <summary>What a commit waits for before it is said to be done and is seen by readers.</summary>
public enum Durability
{
    /// <summary>Until the disk has it: the commit survives a power cut. Commits that wait at the same time share one sync.</summary>
    Full,

    /// <summary>Until the operating system has it: the commit survives the end of the process, not a power cut. A power cut may take
    /// the last commits, always from the end and each as a whole.</summary>
    OperatingSystem,
}
