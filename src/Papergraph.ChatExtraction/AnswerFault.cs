namespace Papergraph.ChatExtraction;

/// <summary>Why an answer about a paper could not be used.</summary>
public enum AnswerFault
{
    /// <summary>Only kept answers were to be used, and there is none for this text.</summary>
    NotInCache,

    /// <summary>The text is longer than the model or the endpoint takes.</summary>
    TextTooLong,

    /// <summary>The model or a filter before it refused to answer.</summary>
    Refused,

    /// <summary>The answer ran into the bound of its tokens.</summary>
    CutShort,

    /// <summary>The answer has more than 4 MB.</summary>
    TooLarge,

    /// <summary>The answer is empty.</summary>
    Empty,

    /// <summary>The answer is no JSON object with a list of entities, or lies deeper than 16 levels.</summary>
    NoRecord,
}
