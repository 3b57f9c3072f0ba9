namespace Papergraph.Corpus;

/// <summary>Who gave an identifier, in the order in which a paper's own <c>id</c> is chosen.</summary>
public enum IdentifierScheme
{
    /// <summary>Digital Object Identifier (ISO 26324), lower case: <c>10.1145/3292500.3330701</c>.</summary>
    Doi,

    /// <summary>arXiv identifier without version: <c>1706.03762</c> or <c>cs/0112017</c>.</summary>
    Arxiv,

    /// <summary>OpenAlex work: <c>W2741809807</c>.</summary>
    OpenAlex,

    /// <summary>ACL Anthology: <c>P19-1001</c> or <c>2020.acl-main.1</c>.</summary>
    Acl,

    /// <summary>PubMed: digits.</summary>
    Pmid,

    /// <summary>Semantic Scholar: 40 hexadecimal digits, or <c>CorpusId:</c> and digits.</summary>
    S2,

    /// <summary>The key that a source file gave its record, of no known scheme: unique within what is built together.</summary>
    Local,
}
