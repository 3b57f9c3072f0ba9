namespace Papergraph.Extraction;

/// <summary>Gives the form of a token; the same form for the same characters and kind.</summary>
internal interface IWordForms
{
    WordForm Form(Passage passage, int token);
}
