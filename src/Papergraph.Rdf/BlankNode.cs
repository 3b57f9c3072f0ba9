using System.Text.RegularExpressions;

namespace Papergraph.Rdf;

/// <summary>A blank node: a thing without a name outside its file.</summary>
public sealed partial record BlankNode : RdfTerm
{
    /// <summary>Makes a blank node of its label.</summary>
    /// <param name="label">A letter, digit or underscore of ASCII, then those and hyphens, and dots that are not last: a part of what
    /// BLANK_NODE_LABEL of RDF 1.2 N-Triples allows.</param>
    /// <exception cref="RdfException">The text is no such label.</exception>
    public BlankNode(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (!LabelForm().IsMatch(label)) throw RdfErrors.InvalidBlankNode(label);
        Label = label;
    }

    /// <summary>The label, without <c>_:</c>.</summary>
    public string Label { get; }

    /// <inheritdoc/>
    public override string ToString() => "_:" + Label;

    [GeneratedRegex(@"^[A-Za-z0-9_]([A-Za-z0-9_.\-]*[A-Za-z0-9_\-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LabelForm();
}
