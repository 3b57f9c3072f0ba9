namespace Papergraph.Core;

/// <summary>How far a long operation has come; passed to <see cref="IProgress{T}"/>, drawn by whoever listens.</summary>
/// <param name="Stage">What is being done, as a user would say it: <c>reading</c>, <c>linking</c>, <c>extracting</c>.</param>
/// <param name="Done">Units finished in this stage.</param>
/// <param name="Total">Units in this stage, or null when that is not known yet.</param>
/// <param name="Unit">What is counted, plural: <c>papers</c>, <c>bytes</c>.</param>
public readonly record struct ProgressUpdate(string Stage, long Done, long? Total, string Unit);
