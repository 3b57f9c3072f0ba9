using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A place where the paper introduces something of its own.</summary>
/// <param name="Range">The tokens of the name or the term.</param>
/// <param name="Type">What the sentence says it is, or null.</param>
/// <param name="IsName">Whether it is a name given by the paper, and not only a description.</param>
internal readonly record struct Introduction(TokenRange Range, EntityType? Type, bool IsName);
