namespace Papergraph.Corpus;

/// <summary>What kind of scientific thing an entity is.</summary>
public enum EntityType
{
    /// <summary>A technique, model, algorithm, system, library, loss or optimiser.</summary>
    Method,

    /// <summary>A corpus, benchmark, catalogue or other collection of data that one could go and find.</summary>
    Dataset,

    /// <summary>A problem or application that methods are applied to.</summary>
    Task,

    /// <summary>A quantity by which results are judged.</summary>
    Metric,

    /// <summary>Any other specific scientific term: theory, property, object, phenomenon, field.</summary>
    Concept,
}
