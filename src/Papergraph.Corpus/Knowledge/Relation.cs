namespace Papergraph.Corpus;

/// <summary>What a text states between two entities, from head to tail.</summary>
public enum Relation
{
    /// <summary>Method → what it is used for or on.</summary>
    UsedFor,

    /// <summary>Method → data set or task that it was tested on.</summary>
    EvaluatedOn,

    /// <summary>Task, method or data set → metric.</summary>
    MeasuredBy,

    /// <summary>Method → method it was compared with, whoever won.</summary>
    ComparedWith,

    /// <summary>Method → method or concept that it extends.</summary>
    BasedOn,

    /// <summary>Component → whole.</summary>
    PartOf,

    /// <summary>Special → general.</summary>
    IsA,
}
