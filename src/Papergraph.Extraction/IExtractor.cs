using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds what a paper speaks of: its text in, mentions, abbreviations, roles, statements and links out.</summary>
/// <remarks>An extractor is a pure function of the text: the same text gives the same result on any thread, at any time, whatever
/// was extracted before. It may be called from many threads at once. It never throws for any text; one that needs a service may end the
/// run with a <see cref="Papergraph.Core.PapergraphException"/> for what concerns the service and not the text.</remarks>
public interface IExtractor
{
    /// <summary>Name, version and settings, such that two extractors with equal identity give equal results for every text:
    /// <c>patterns/1</c>. Stored with the graph as the run behind each extracted fact.</summary>
    string Identity { get; }

    /// <summary>Extracts from one paper.</summary>
    /// <param name="text">Title and abstract; either may be empty.</param>
    /// <returns>What was found; every place lies within its text and none cuts a surrogate pair in two.</returns>
    PaperExtraction Extract(PaperText text);
}
