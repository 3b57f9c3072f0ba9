using System.Text.RegularExpressions;

namespace Papergraph.Rdf;

/// <summary>A short name for the beginning of IRIs in Turtle.</summary>
public sealed partial record TurtlePrefix
{
    /// <summary>Makes a prefix.</summary>
    /// <param name="name">A letter of ASCII, then letters, digits and hyphens.</param>
    /// <param name="iri">What the name stands for.</param>
    /// <exception cref="RdfException">Name or IRI is malformed.</exception>
    public TurtlePrefix(string name, string iri)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsName(name)) throw RdfErrors.InvalidPrefix(name);
        Name = name;
        Namespace = new Iri(iri);
    }

    /// <summary>The short name.</summary>
    public string Name { get; }

    /// <summary>What it stands for.</summary>
    public Iri Namespace { get; }

    /// <summary>Whether the text can be a short name.</summary>
    internal static bool IsName(string text) => NameForm().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z]([A-Za-z0-9\-]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
